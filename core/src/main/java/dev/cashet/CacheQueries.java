package dev.cashet;

import dev.cashet.history.Why;
import dev.cashet.model.Invocation;

/** Asks what submitting a call would meet now. Runs nothing and writes nothing. */
public interface CacheQueries {
  /** Whether submitting the call would be a hit. */
  boolean isCached(Invocation invocation);

  /** Why submitting the call would be a hit or a miss. */
  Why why(Invocation invocation);

  /** Whether submitting this call would be a hit. */
  default <R> boolean isCached(Fn0<R> function) {
    return isCached(Calls.of(function));
  }

  /** Whether submitting this call would be a hit. */
  default <A, R> boolean isCached(Fn1<A, R> function, A a) {
    return isCached(Calls.of(function, a));
  }

  /** Whether submitting this call would be a hit. */
  default <A, B, R> boolean isCached(Fn2<A, B, R> function, A a, B b) {
    return isCached(Calls.of(function, a, b));
  }

  /** Whether submitting this call would be a hit. */
  default <A, B, C, R> boolean isCached(Fn3<A, B, C, R> function, A a, B b, C c) {
    return isCached(Calls.of(function, a, b, c));
  }

  /** Whether submitting this call would be a hit. */
  default <A, B, C, D, R> boolean isCached(Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    return isCached(Calls.of(function, a, b, c, d));
  }

  /** Whether submitting this call would be a hit. */
  default <A, B, C, D, E, R> boolean isCached(
      Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    return isCached(Calls.of(function, a, b, c, d, e));
  }

  /** Whether submitting this call would be a hit. */
  default <A, B, C, D, E, F, R> boolean isCached(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    return isCached(Calls.of(function, a, b, c, d, e, f));
  }

  /** Why submitting this call would be a hit or a miss. */
  default <R> Why why(Fn0<R> function) {
    return why(Calls.of(function));
  }

  /** Why submitting this call would be a hit or a miss. */
  default <A, R> Why why(Fn1<A, R> function, A a) {
    return why(Calls.of(function, a));
  }

  /** Why submitting this call would be a hit or a miss. */
  default <A, B, R> Why why(Fn2<A, B, R> function, A a, B b) {
    return why(Calls.of(function, a, b));
  }

  /** Why submitting this call would be a hit or a miss. */
  default <A, B, C, R> Why why(Fn3<A, B, C, R> function, A a, B b, C c) {
    return why(Calls.of(function, a, b, c));
  }

  /** Why submitting this call would be a hit or a miss. */
  default <A, B, C, D, R> Why why(Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    return why(Calls.of(function, a, b, c, d));
  }

  /** Why submitting this call would be a hit or a miss. */
  default <A, B, C, D, E, R> Why why(Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    return why(Calls.of(function, a, b, c, d, e));
  }

  /** Why submitting this call would be a hit or a miss. */
  default <A, B, C, D, E, F, R> Why why(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    return why(Calls.of(function, a, b, c, d, e, f));
  }
}
