package dev.cashet;

import dev.cashet.model.Invocation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Functions and arguments as calls. A memoised function is the function itself. */
final class Calls {
  private Calls() {}

  static <R> Invocation of(Fn0<R> function) {
    Fn0<R> plain = plain(function);
    return new Invocation(plain, List.of(), () -> plain.call());
  }

  static <A, R> Invocation of(Fn1<A, R> function, A a) {
    Fn1<A, R> plain = plain(function);
    return new Invocation(plain, Collections.singletonList(a), () -> plain.call(a));
  }

  static <A, B, R> Invocation of(Fn2<A, B, R> function, A a, B b) {
    Fn2<A, B, R> plain = plain(function);
    return new Invocation(plain, Arrays.asList(a, b), () -> plain.call(a, b));
  }

  static <A, B, C, R> Invocation of(Fn3<A, B, C, R> function, A a, B b, C c) {
    Fn3<A, B, C, R> plain = plain(function);
    return new Invocation(plain, Arrays.asList(a, b, c), () -> plain.call(a, b, c));
  }

  static <A, B, C, D, R> Invocation of(Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    Fn4<A, B, C, D, R> plain = plain(function);
    return new Invocation(plain, Arrays.asList(a, b, c, d), () -> plain.call(a, b, c, d));
  }

  static <A, B, C, D, E, R> Invocation of(Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    Fn5<A, B, C, D, E, R> plain = plain(function);
    return new Invocation(plain, Arrays.asList(a, b, c, d, e), () -> plain.call(a, b, c, d, e));
  }

  static <A, B, C, D, E, F, R> Invocation of(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    Fn6<A, B, C, D, E, F, R> plain = plain(function);
    return new Invocation(
        plain, Arrays.asList(a, b, c, d, e, f), () -> plain.call(a, b, c, d, e, f));
  }

  // A memoised function has the same type as the one inside it.
  @SuppressWarnings("unchecked")
  static <F> F plain(F function) {
    return Objects.requireNonNull(function, "function") instanceof Memoized memoized
        ? (F) memoized.function()
        : function;
  }
}
