package dev.cashet.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A call that is nested deeply in others, in a thread of its own, so that tasks can submit tasks to any depth although a
 * stack has an end. The thread that asks waits, and hands on an interrupt.
 */
final class NestedCall {
  /** A level takes about 2 KiB of a stack of 1 MiB, besides what the tasks themselves take. */
  private static final int LEVELS_PER_THREAD = 64;

  private NestedCall() {}

  static boolean isDue(Flight flight) {
    return flight.depth() % LEVELS_PER_THREAD == 0;
  }

  static Verdict run(Flight flight, Callable<Verdict> call) throws InterruptedException {
    FutureTask<Verdict> result = new FutureTask<>(CallStack.carry(call));
    Thread thread = new Thread(result, "cashet " + flight.name());
    thread.setDaemon(Thread.currentThread().isDaemon());
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    while (true) {
      try {
        return result.get();
      } catch (InterruptedException e) {
        // What the interrupt is for decides the task, as it would in this thread.
        thread.interrupt();
      } catch (ExecutionException e) {
        throw asThrown(e.getCause());
      }
    }
  }

  private static RuntimeException asThrown(@Nullable Throwable cause) throws InterruptedException {
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }
}
