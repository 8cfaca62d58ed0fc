package dev.cashet.codec;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A second try where the caller's stack was too small for values nested as deep as the format allows: the caller may be
 * deep in recursion itself, and how much stack a level takes is the virtual machine's matter.
 */
final class RoomyThread {
  private static final long STACK_BYTES = 64L << 20;

  private RoomyThread() {}

  /** Work that reads or writes. */
  interface Work {
    @Nullable
    Object run() throws IOException;
  }

  /** In this thread first; the work must bear being begun again. */
  static void withRoom(Work work) throws IOException {
    try {
      work.run();
    } catch (StackOverflowError e) {
      try {
        run(work);
      } catch (StackOverflowError again) {
        throw new UnreadableResultException(
            "a value's parts are nested too deep for a thread's stack", again);
      }
    }
  }

  static @Nullable Object run(Work work) throws IOException {
    CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
    Runnable task = () -> {
      try {
        result.complete(work.run());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    };
    Thread thread = new Thread(null, task, "cashet deep value", STACK_BYTES);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw rethrow(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrow(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }
}
