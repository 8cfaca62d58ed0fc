package dev.cashet;

import dev.cashet.engine.CallStack;
import dev.cashet.event.ProgressListener;
import dev.cashet.graph.Workers;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a client. Calls made asynchronously go to the user's executor, or to threads of the client's own, at
 * most {@link #asyncLimit} at once; a call made from inside a task never waits for a place, since the task around it may
 * wait for the call.
 */
final class Crew {
  /** Without virtual threads, and unless the user says otherwise: as many as a machine can bear. */
  private static final int PLATFORM_LIMIT = 256;

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final @Nullable ThreadFactory VIRTUAL = virtualThreads();

  private final @Nullable Executor executor;
  private final int maxWorkers;
  private final ProgressListener progress;
  private final Workers async;

  /**
   * No threads yet.
   *
   * @param executor of the user, for asynchronous calls
   * @param maxWorkers of the user
   * @param progress is told how far batches and maps have come
   */
  Crew(@Nullable Executor executor, OptionalInt maxWorkers, ProgressListener progress) {
    this.progress = progress;
    this.executor = executor;
    this.maxWorkers = maxWorkers.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    this.async = new Workers(asyncLimit(maxWorkers), Crew::light);
  }

  /** How many tasks of one batch or map run at once if it does not say. */
  int maxWorkers() {
    return maxWorkers;
  }

  /** Counts for a batch or map. */
  Tally tally(String title, Supplier<OptionalLong> total) {
    return new Tally(progress, title, total);
  }

  /** Runs the call elsewhere; cancelling the future interrupts it. */
  <R> CompletableFuture<R> async(Callable<R> call) {
    AsyncCall<R> task = new AsyncCall<>(call);
    Runnable body = CallStack.carry(withLoader(task));
    if (executor != null) {
      executor.execute(body);
    } else if (CallStack.isInside()) {
      light(body).start();
    } else {
      async.add(() -> {
        body.run();
        return null;
      });
    }
    return task;
  }

  /** Threads for one batch or map; what runs in them is inside the task that starts it, if there is one. */
  static Workers workers(int limit) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new Workers(limit, work -> {
      Thread thread =
          new Thread(CallStack.carry(work), "cashet worker " + NUMBERS.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      return thread;
    });
  }

  private static int asyncLimit(OptionalInt maxWorkers) {
    return maxWorkers.orElse(VIRTUAL == null ? PLATFORM_LIMIT : Integer.MAX_VALUE);
  }

  private static Thread light(Runnable body) {
    if (VIRTUAL != null) {
      return VIRTUAL.newThread(body);
    }
    Thread thread = new Thread(body, "cashet async " + NUMBERS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  private static Runnable withLoader(Runnable body) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return () -> {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        body.run();
      } finally {
        thread.setContextClassLoader(before);
      }
    };
  }

  /** Virtual threads where this Java has them: from 21 on. */
  private static @Nullable ThreadFactory virtualThreads() {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodHandle ofVirtual =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual));
      MethodHandle name = lookup.findVirtual(
          virtual, "name", MethodType.methodType(virtual, String.class, long.class));
      MethodHandle factory =
          lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
      return (ThreadFactory) factory.invoke(name.invoke(ofVirtual.invoke(), "cashet async ", 1L));
    } catch (Throwable e) {
      // Java 17 to 20: the threads that there are.
      return null;
    }
  }
}
