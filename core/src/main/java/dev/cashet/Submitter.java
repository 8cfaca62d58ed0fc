package dev.cashet;

import dev.cashet.model.Invocation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes calls: by a client, or by a view of one with other options. Safe for many threads; a submission runs in the
 * thread that asks, so tasks may submit tasks to any depth.
 *
 * <p>Every form throws the same: {@link TaskException} if the task failed, {@link TaskTimeoutException} if it took too
 * long, {@link dev.cashet.canonical.UnhashableException} if the function or an argument has no identity, {@link
 * dev.cashet.codec.UnserializableException} if the result cannot be kept, {@link dev.cashet.store.StoreException} if the
 * store refuses, {@link dev.cashet.model.InterruptedSubmissionException} if the thread is interrupted.
 */
public sealed interface Submitter extends AsyncSubmitter, CacheQueries, Memoizer
    permits Cashet, View {
  /** The result of a call that is described by hand; the other forms come down to this one. */
  <R> ResultRef<R> submit(Invocation invocation);

  /**
   * The same client with these options for every call made through the view. They win over those of the view they are
   * added to, those over {@link Task} on the called method, and that over the client's own; tags of all are merged.
   */
  Submitter with(TaskOptions options);

  /** Tasks that are known before they run; see {@link Batch}. */
  default Batch batch() {
    return new Batch(new BatchTasks(), View.of(this));
  }

  /**
   * The results of the function on each item, in their order, as many at once as the client's {@code maxWorkers} says. Each
   * item is a call of its own, so another run finds those that it has seen.
   *
   * @throws TaskException the first failure in the order of the items; nothing new starts after a failure, and what was
   *     computed is kept
   */
  default <A, R> List<ResultRef<R>> map(Fn1<A, R> function, Iterable<? extends A> items) {
    return Mapping.list(
        Mapping.of(View.of(this), a -> Calls.of(function, a), items, FailurePolicy.FAIL_FAST));
  }

  /** The results of the function on each item and a second argument that all share. */
  default <A, B, R> List<ResultRef<R>> map(
      Fn2<A, B, R> function, Iterable<? extends A> items, B b) {
    return Mapping.list(
        Mapping.of(View.of(this), a -> Calls.of(function, a, b), items, FailurePolicy.FAIL_FAST));
  }

  /**
   * The results as they are asked for, in the order of the items: items are read as they are needed and a bounded number is
   * worked on ahead of the reader, so there may be more of them than fit into memory. Close the stream to stop what is
   * left; a failure is thrown where its item comes.
   */
  default <A, R> Stream<ResultRef<R>> mapStream(Fn1<A, R> function, Iterable<? extends A> items) {
    return Mapping.<A, R>of(
            View.of(this), a -> Calls.of(function, a), items, FailurePolicy.FAIL_FAST)
        .map(TaskOutcome::orThrow);
  }

  /** The same with a second argument that all share. */
  default <A, B, R> Stream<ResultRef<R>> mapStream(
      Fn2<A, B, R> function, Iterable<? extends A> items, B b) {
    return Mapping.<A, R>of(
            View.of(this), a -> Calls.of(function, a, b), items, FailurePolicy.FAIL_FAST)
        .map(TaskOutcome::orThrow);
  }

  /** What became of each item, in their order, failures included: one failure does not stop the others. Read as {@link #mapStream}. */
  default <A, R> Stream<TaskOutcome<R>> mapOutcomes(
      Fn1<A, R> function, Iterable<? extends A> items) {
    return Mapping.of(View.of(this), a -> Calls.of(function, a), items, FailurePolicy.COLLECT);
  }

  /** The same with a second argument that all share. */
  default <A, B, R> Stream<TaskOutcome<R>> mapOutcomes(
      Fn2<A, B, R> function, Iterable<? extends A> items, B b) {
    return Mapping.of(View.of(this), a -> Calls.of(function, a, b), items, FailurePolicy.COLLECT);
  }

  /**
   * The target seen through an interface, with calls kept: a call is the target's own method on the target and the
   * arguments, so both its state and its code count, and {@link Task} on that method or on the interface's is honoured.
   * What the method throws is thrown as it is. Methods that return nothing are called directly every time, as are {@code
   * equals}, {@code hashCode} and {@code toString}.
   *
   * @throws IllegalArgumentException if the type is no interface, is sealed, or cannot be implemented or called from here
   */
  default <T> T proxy(Class<T> type, T target) {
    return CachedProxy.of(View.of(this), type, target);
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <R> ResultRef<R> submit(Fn0<R> function) {
    return submit(Calls.of(function));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, R> ResultRef<R> submit(Fn1<A, R> function, A a) {
    return submit(Calls.of(function, a));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, R> ResultRef<R> submit(Fn2<A, B, R> function, A a, B b) {
    return submit(Calls.of(function, a, b));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, R> ResultRef<R> submit(Fn3<A, B, C, R> function, A a, B b, C c) {
    return submit(Calls.of(function, a, b, c));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, D, R> ResultRef<R> submit(Fn4<A, B, C, D, R> function, A a, B b, C c, D d) {
    return submit(Calls.of(function, a, b, c, d));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, D, E, R> ResultRef<R> submit(
      Fn5<A, B, C, D, E, R> function, A a, B b, C c, D d, E e) {
    return submit(Calls.of(function, a, b, c, d, e));
  }

  /** The result of calling the function on these arguments: found, waited for, or computed now. */
  default <A, B, C, D, E, F, R> ResultRef<R> submit(
      Fn6<A, B, C, D, E, F, R> function, A a, B b, C c, D d, E e, F f) {
    return submit(Calls.of(function, a, b, c, d, e, f));
  }
}
