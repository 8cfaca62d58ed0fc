package dev.cashet;

import dev.cashet.engine.Request;
import dev.cashet.model.Invocation;
import org.jspecify.annotations.Nullable;

/** One task of a batch, through any number of runs. What may change is read and written by many threads. */
final class BatchTask<T> {
  private final BatchTasks batch;
  private final @Nullable String key;
  private final DeferredRef<T> ref = new DeferredRef<>(this);
  private volatile @Nullable Call call;
  private volatile @Nullable TaskOutcome<T> outcome;
  private volatile @Nullable ResultRef<T> foreseen;

  /** A task that is known by its key, or by nothing yet. */
  BatchTask(BatchTasks batch, @Nullable String key) {
    this.batch = batch;
    this.key = key;
  }

  /**
   * What is to be called.
   *
   * @param index the place in the batch
   * @param invocation the call
   * @param view through which it is called
   */
  record Call(int index, Invocation invocation, View view) {
    Request request() {
      return view.request(invocation);
    }
  }

  BatchTasks batch() {
    return batch;
  }

  DeferredRef<T> ref() {
    return ref;
  }

  void define(int index, Invocation invocation, View view) {
    call = new Call(index, invocation, view);
  }

  boolean isDefined() {
    return call != null;
  }

  Call call() {
    Call known = call;
    if (known == null) {
      throw new IllegalStateException("nothing was added to the batch as '" + key + "'");
    }
    return known;
  }

  boolean hasKey() {
    return key != null;
  }

  /** How messages call it. */
  String name() {
    Call known = call;
    return key != null ? "'" + key + "'" : "task " + (known == null ? "?" : known.index());
  }

  /** How outcomes call it: by its key, else by the function's name if that is known. */
  String title(String function) {
    return key != null ? key : function.isEmpty() ? name() : function;
  }

  /** Null until it has ended. */
  @Nullable
  TaskOutcome<T> outcome() {
    return outcome;
  }

  void outcome(@Nullable TaskOutcome<T> ended) {
    outcome = ended;
  }

  boolean hasResult() {
    TaskOutcome<T> ended = outcome;
    return ended != null && ended.isSuccess();
  }

  /** The result that it would have now, while a plan is made; null otherwise. */
  @Nullable
  ResultRef<T> foreseen() {
    return foreseen;
  }

  void foresee(@Nullable ResultRef<T> result) {
    foreseen = result;
  }
}
