package dev.cashet;

import dev.cashet.identity.Precision;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Options of a method for whenever it is called as a task; what {@link TaskOptions} say wins. Durations are ISO-8601 text
 * such as {@code PT30S}; an empty text means not given.
 */
@Documented
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
@Retention(RetentionPolicy.RUNTIME)
public @interface Task {
  /** What people see instead of the method's name. */
  String name() default "";

  /** Tags as {@code key=value}. */
  String[] tags() default {};

  /** False: always run, and never serve the result later. */
  boolean cache() default true;

  /** Further attempts after a failed one. */
  int retries() default 0;

  /** The pause before the first retry; doubles from then on. */
  String backoff() default "";

  /** What the doubling pauses before retries do not go beyond. */
  String maxBackoff() default "";

  /** Retry after errors of these classes and no others; a timeout is a {@link TaskTimeoutException}. */
  Class<? extends Throwable>[] retryOn() default {};

  /** Never retry after errors of these classes. */
  Class<? extends Throwable>[] noRetryOn() default {};

  /** How long to wait for another thread's or process's run of the same call. */
  String maxWait() default "";

  /** For this long after a failure, throw it again instead of running again. */
  String cacheFailures() default "";

  /** The time each attempt may take. */
  String timeout() default "";

  /** How long after completion the result may be served. */
  String ttl() default "";

  /** Your own word for this version of the task; part of the key. */
  String version() default "";

  /** Tells apart what would be the same; part of the key. */
  String salt() default "";

  /** Names or indexes (from 0) of parameters left out of the key. */
  String[] ignore() default {};

  /** Classes whose whole code counts although nothing reaches it visibly. */
  Class<?>[] dependsOn() default {};

  /** Which methods calls of your own types are taken to reach; part of the key. */
  Precision precision() default Precision.EVERY_CLASS;

  /** The name of the executor that runs the task, as the client's builder names it. */
  String executor() default "";

  /** Silences reports of impurities. */
  boolean pure() default false;
}
