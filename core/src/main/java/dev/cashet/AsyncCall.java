package dev.cashet;

import dev.cashet.graph.Interruptible;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * A call that runs elsewhere. Whatever completes the future before the call does (cancelling it, a timeout on it)
 * interrupts the call, or keeps it from beginning.
 */
final class AsyncCall<R> extends CompletableFuture<R> implements Runnable {
  private final Callable<R> call;
  private final Interruptible work = new Interruptible();

  AsyncCall(Callable<R> call) {
    this.call = call;
    whenComplete((result, error) -> work.interrupt());
  }

  @Override
  public void run() {
    if (!work.begin()) {
      return;
    }
    R result;
    try {
      result = call.call();
    } catch (Throwable e) {
      work.end();
      completeExceptionally(e);
      return;
    }
    work.end();
    complete(result);
  }

  /** What is made from this future is a plain one: cancelling it does not cancel the call. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
