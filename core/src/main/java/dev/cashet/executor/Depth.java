package dev.cashet.executor;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Tasks within tasks: after so many the next one goes on in a fresh thread while this one waits, so that a function that
 * calls its own cached form thousands deep needs more threads and not a larger stack.
 */
final class Depth {
  private static final int PER_THREAD = 48;
  private static final long STACK_BYTES = 4L << 20;
  private static final ThreadLocal<Integer> HERE = ThreadLocal.withInitial(() -> 0);

  private Depth() {}

  /** The result of the work, which throws nothing; an interrupt of the calling thread reaches it wherever it runs. */
  static <T> T oneDeeper(String name, Supplier<T> work) {
    int depth = HERE.get();
    if (depth >= PER_THREAD) {
      return elsewhere(name, work);
    }
    HERE.set(depth + 1);
    try {
      return work.get();
    } finally {
      if (depth == 0) {
        HERE.remove();
      } else {
        HERE.set(depth);
      }
    }
  }

  private static <T> T elsewhere(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(() -> oneDeeper(name, work));
    Thread thread = new Thread(null, task, "cashet " + name, STACK_BYTES);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
          thread.interrupt();
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a task ended without an outcome", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
