package dev.cashet;

import dev.cashet.history.Why;
import dev.cashet.model.Invocation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Takes calls: by a client, or by a view of one with other options. Safe for many threads; a submission runs in the
 * thread that asks, so tasks may submit tasks to any depth.
 *
 * <p>Every form throws the same: {@link TaskException} if the task failed, {@link TaskTimeoutException} if it took too
 * long, {@link dev.cashet.canonical.UnhashableException} if the function or an argument has no identity, {@link
 * dev.cashet.codec.UnserializableException} if the result cannot be kept, {@link dev.cashet.store.StoreException} if the
 * store refuses, {@link dev.cashet.model.InterruptedSubmissionException} if the thread is interrupted.
 */
public interface Submitter {
  /** The result of a call that is described by hand; the other forms come down to this one. */
  <R> ResultRef<R> submit(Invocation invocation);

  /** Whether submitting the call would be a hit now; runs nothing and writes nothing. */
  boolean isCached(Invocation invocation);

  /** Why submitting the call would be a hit or a miss now; runs nothing and writes nothing. */
  Why why(Invocation invocation);

  /** The same client with these options for every call made through the view; they win over the client's own. */
  Submitter with(TaskOptions options);

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <R> ResultRef<R> submit(Fn0<R> function) {
    Objects.requireNonNull(function, "function");
    return submit(new Invocation(function, List.of(), () -> function.call()));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, R> ResultRef<R> submit(Fn1<A, R> function, A a) {
    Objects.requireNonNull(function, "function");
    return submit(new Invocation(function, Collections.singletonList(a), () -> function.call(a)));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, R> ResultRef<R> submit(Fn2<A, B, R> function, A a, B b) {
    Objects.requireNonNull(function, "function");
    return submit(new Invocation(function, Arrays.asList(a, b), () -> function.call(a, b)));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, R> ResultRef<R> submit(Fn3<A, B, C, R> function, A a, B b, C c) {
    Objects.requireNonNull(function, "function");
    return submit(new Invocation(function, Arrays.asList(a, b, c), () -> function.call(a, b, c)));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, D, R> ResultRef<R> submit(Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    Objects.requireNonNull(function, "function");
    return submit(
        new Invocation(function, Arrays.asList(a, b, c, d), () -> function.call(a, b, c, d)));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, D, E, R> ResultRef<R> submit(
      Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    Objects.requireNonNull(function, "function");
    return submit(
        new Invocation(function, Arrays.asList(a, b, c, d, e), () -> function.call(a, b, c, d, e)));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, D, E, F, R> ResultRef<R> submit(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    Objects.requireNonNull(function, "function");
    return submit(new Invocation(
        function, Arrays.asList(a, b, c, d, e, f), () -> function.call(a, b, c, d, e, f)));
  }

  /** Whether submitting this call would be a hit now; runs nothing and writes nothing. */
  default <R> boolean isCached(Fn0<R> function) {
    Objects.requireNonNull(function, "function");
    return isCached(new Invocation(function, List.of(), () -> function.call()));
  }

  /** Whether submitting this call would be a hit now; runs nothing and writes nothing. */
  default <A, R> boolean isCached(Fn1<A, R> function, A a) {
    Objects.requireNonNull(function, "function");
    return isCached(new Invocation(function, Collections.singletonList(a), () -> function.call(a)));
  }

  /** Whether submitting this call would be a hit now; runs nothing and writes nothing. */
  default <A, B, R> boolean isCached(Fn2<A, B, R> function, A a, B b) {
    Objects.requireNonNull(function, "function");
    return isCached(new Invocation(function, Arrays.asList(a, b), () -> function.call(a, b)));
  }

  /** Whether submitting this call would be a hit now; runs nothing and writes nothing. */
  default <A, B, C, R> boolean isCached(Fn3<A, B, C, R> function, A a, B b, C c) {
    Objects.requireNonNull(function, "function");
    return isCached(new Invocation(function, Arrays.asList(a, b, c), () -> function.call(a, b, c)));
  }

  /** Whether submitting this call would be a hit now; runs nothing and writes nothing. */
  default <A, B, C, D, R> boolean isCached(Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    Objects.requireNonNull(function, "function");
    return isCached(
        new Invocation(function, Arrays.asList(a, b, c, d), () -> function.call(a, b, c, d)));
  }

  /** Whether submitting this call would be a hit now; runs nothing and writes nothing. */
  default <A, B, C, D, E, R> boolean isCached(
      Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    Objects.requireNonNull(function, "function");
    return isCached(
        new Invocation(function, Arrays.asList(a, b, c, d, e), () -> function.call(a, b, c, d, e)));
  }

  /** Whether submitting this call would be a hit now; runs nothing and writes nothing. */
  default <A, B, C, D, E, F, R> boolean isCached(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    Objects.requireNonNull(function, "function");
    return isCached(new Invocation(
        function, Arrays.asList(a, b, c, d, e, f), () -> function.call(a, b, c, d, e, f)));
  }

  /** Why submitting this call would be a hit or a miss now; runs nothing and writes nothing. */
  default <R> Why why(Fn0<R> function) {
    Objects.requireNonNull(function, "function");
    return why(new Invocation(function, List.of(), () -> function.call()));
  }

  /** Why submitting this call would be a hit or a miss now; runs nothing and writes nothing. */
  default <A, R> Why why(Fn1<A, R> function, A a) {
    Objects.requireNonNull(function, "function");
    return why(new Invocation(function, Collections.singletonList(a), () -> function.call(a)));
  }

  /** Why submitting this call would be a hit or a miss now; runs nothing and writes nothing. */
  default <A, B, R> Why why(Fn2<A, B, R> function, A a, B b) {
    Objects.requireNonNull(function, "function");
    return why(new Invocation(function, Arrays.asList(a, b), () -> function.call(a, b)));
  }

  /** Why submitting this call would be a hit or a miss now; runs nothing and writes nothing. */
  default <A, B, C, R> Why why(Fn3<A, B, C, R> function, A a, B b, C c) {
    Objects.requireNonNull(function, "function");
    return why(new Invocation(function, Arrays.asList(a, b, c), () -> function.call(a, b, c)));
  }

  /** Why submitting this call would be a hit or a miss now; runs nothing and writes nothing. */
  default <A, B, C, D, R> Why why(Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    Objects.requireNonNull(function, "function");
    return why(
        new Invocation(function, Arrays.asList(a, b, c, d), () -> function.call(a, b, c, d)));
  }

  /** Why submitting this call would be a hit or a miss now; runs nothing and writes nothing. */
  default <A, B, C, D, E, R> Why why(Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    Objects.requireNonNull(function, "function");
    return why(
        new Invocation(function, Arrays.asList(a, b, c, d, e), () -> function.call(a, b, c, d, e)));
  }

  /** Why submitting this call would be a hit or a miss now; runs nothing and writes nothing. */
  default <A, B, C, D, E, F, R> Why why(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    Objects.requireNonNull(function, "function");
    return why(new Invocation(
        function, Arrays.asList(a, b, c, d, e, f), () -> function.call(a, b, c, d, e, f)));
  }
}
