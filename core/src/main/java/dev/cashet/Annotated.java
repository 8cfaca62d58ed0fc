package dev.cashet;

import dev.cashet.identity.Precision;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Options from the annotation of a method. */
final class Annotated {
  private Annotated() {}

  /** What the annotation of a method asks for; nothing if there is none. */
  static TaskOptions of(AnnotatedElement method) {
    Task task = method.getAnnotation(Task.class);
    return task == null ? TaskOptions.defaults() : of(task);
  }

  static TaskOptions of(Task task) {
    TaskOptions options = TaskOptions.defaults();
    for (String tag : task.tags()) {
      int equals = tag.indexOf('=');
      options = equals < 0
          ? options.tag(tag, "")
          : options.tag(tag.substring(0, equals), tag.substring(equals + 1));
    }
    options = task.name().isEmpty() ? options : options.name(task.name());
    options = task.cache() ? options : options.cache(false);
    options = task.retries() == 0 ? options : options.retries(task.retries());
    options =
        task.backoff().isEmpty() ? options : options.backoff(duration("backoff", task.backoff()));
    options = task.maxBackoff().isEmpty()
        ? options
        : options.maxBackoff(duration("maxBackoff", task.maxBackoff()));
    options = task.retryOn().length == 0 ? options : options.retryOn(task.retryOn());
    options = task.noRetryOn().length == 0 ? options : options.noRetryOn(task.noRetryOn());
    options =
        task.maxWait().isEmpty() ? options : options.maxWait(duration("maxWait", task.maxWait()));
    options = task.cacheFailures().isEmpty()
        ? options
        : options.cacheFailures(duration("cacheFailures", task.cacheFailures()));
    options =
        task.timeout().isEmpty() ? options : options.timeout(duration("timeout", task.timeout()));
    options = task.ttl().isEmpty() ? options : options.ttl(duration("ttl", task.ttl()));
    options = task.version().isEmpty() ? options : options.version(task.version());
    options = task.salt().isEmpty() ? options : options.salt(task.salt());
    options = task.ignore().length == 0 ? options : options.ignore(task.ignore());
    options = task.dependsOn().length == 0 ? options : options.dependsOn(task.dependsOn());
    options =
        task.precision() == Precision.EVERY_CLASS ? options : options.precision(task.precision());
    options = task.executor().isEmpty() ? options : options.executor(task.executor());
    return task.pure() ? options.pure(true) : options;
  }

  private static Duration duration(String option, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "@Task " + option + ": '" + text + "' is no ISO-8601 duration such as PT30S", e);
    }
  }
}
