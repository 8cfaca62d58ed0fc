package dev.cashet;

/**
 * Gives functions whose results are kept: of the same type, each call loading a value of its own. What the function throws
 * is thrown as it is, without a {@link TaskException} around it. A function may call its own memoised form on other
 * arguments, thousands deep; the same arguments again would wait for themselves and are refused.
 *
 * <p>As an argument of a task, and when it is submitted itself, a memoised function is the function inside it.
 */
public sealed interface Memoizer permits Submitter {
  /** The function with its results kept. */
  default <R> Fn0<R> memoize(Fn0<R> function) {
    return new Memoized.Of0<>(View.of((Submitter) this), Calls.plain(function));
  }

  /** The function with its results kept. */
  default <A, R> Fn1<A, R> memoize(Fn1<A, R> function) {
    return new Memoized.Of1<>(View.of((Submitter) this), Calls.plain(function));
  }

  /** The function with its results kept. */
  default <A, B, R> Fn2<A, B, R> memoize(Fn2<A, B, R> function) {
    return new Memoized.Of2<>(View.of((Submitter) this), Calls.plain(function));
  }

  /** The function with its results kept. */
  default <A, B, C, R> Fn3<A, B, C, R> memoize(Fn3<A, B, C, R> function) {
    return new Memoized.Of3<>(View.of((Submitter) this), Calls.plain(function));
  }

  /** The function with its results kept. */
  default <A, B, C, D, R> Fn4<A, B, C, D, R> memoize(Fn4<A, B, C, D, R> function) {
    return new Memoized.Of4<>(View.of((Submitter) this), Calls.plain(function));
  }

  /** The function with its results kept. */
  default <A, B, C, D, E, R> Fn5<A, B, C, D, E, R> memoize(Fn5<A, B, C, D, E, R> function) {
    return new Memoized.Of5<>(View.of((Submitter) this), Calls.plain(function));
  }

  /** The function with its results kept. */
  default <A, B, C, D, E, F, R> Fn6<A, B, C, D, E, F, R> memoize(
      Fn6<A, B, C, D, E, F, R> function) {
    return new Memoized.Of6<>(View.of((Submitter) this), Calls.plain(function));
  }
}
