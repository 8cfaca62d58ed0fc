package dev.cashet.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs one thing in many threads that start together. */
final class Race {
  static final int THREADS = 8;

  private static final int PATIENCE_SECONDS = 60;

  private Race() {}

  /** What each thread does, told its number. */
  interface Runner<T> {
    T run(int thread) throws Exception;
  }

  /** What every thread returned, in order of their numbers; fails if one of them threw. */
  static <T> List<T> of(Runner<T> runner) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        running.add(threads.submit(() -> {
          start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
          return runner.run(thread);
        }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a thread of the race failed: " + e.getCause(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
