package dev.cashet;

import dev.cashet.model.Invocation;
import java.util.concurrent.CompletableFuture;

/**
 * Takes calls and gives their results later. The call runs in a thread of the client's own (a virtual one from Java 21
 * on), at most {@link CashetBuilder#maxWorkers} at once if that was given, or in the executor that was given to the
 * builder. A call made from inside a task never waits for a place, so tasks may wait for each other to any depth; an
 * executor of yours has to see to that itself.
 *
 * <p>The future fails with what {@code submit} throws. Cancelling it, or completing it by other means, interrupts the
 * task; futures made from it do not.
 */
public interface AsyncSubmitter {
  /** The result of a call that is described by hand; the other forms come down to this one. */
  <R> CompletableFuture<ResultRef<R>> submitAsync(Invocation invocation);

  /** The result of calling the function on these arguments, to come. */
  default <R> CompletableFuture<ResultRef<R>> submitAsync(Fn0<R> function) {
    return submitAsync(Calls.of(function));
  }

  /** The result of calling the function on these arguments, to come. */
  default <A, R> CompletableFuture<ResultRef<R>> submitAsync(Fn1<A, R> function, A a) {
    return submitAsync(Calls.of(function, a));
  }

  /** The result of calling the function on these arguments, to come. */
  default <A, B, R> CompletableFuture<ResultRef<R>> submitAsync(Fn2<A, B, R> function, A a, B b) {
    return submitAsync(Calls.of(function, a, b));
  }

  /** The result of calling the function on these arguments, to come. */
  default <A, B, C, R> CompletableFuture<ResultRef<R>> submitAsync(
      Fn3<A, B, C, R> function, A a, B b, C c) {
    return submitAsync(Calls.of(function, a, b, c));
  }

  /** The result of calling the function on these arguments, to come. */
  default <A, B, C, D, R> CompletableFuture<ResultRef<R>> submitAsync(
      Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    return submitAsync(Calls.of(function, a, b, c, d));
  }

  /** The result of calling the function on these arguments, to come. */
  default <A, B, C, D, E, R> CompletableFuture<ResultRef<R>> submitAsync(
      Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    return submitAsync(Calls.of(function, a, b, c, d, e));
  }

  /** The result of calling the function on these arguments, to come. */
  default <A, B, C, D, E, F, R> CompletableFuture<ResultRef<R>> submitAsync(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    return submitAsync(Calls.of(function, a, b, c, d, e, f));
  }
}
