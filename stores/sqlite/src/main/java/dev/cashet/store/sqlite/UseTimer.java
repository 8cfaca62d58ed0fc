package dev.cashet.store.sqlite;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs something a few seconds after it was asked for, once for all that asked meanwhile; one thread serves all stores. */
final class UseTimer {
  private static final long DELAY_SECONDS = 15;

  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "cashet uses");
        thread.setDaemon(true);
        return thread;
      });

  private final Runnable work;
  private final AtomicReference<@Nullable Future<?>> next = new AtomicReference<>();
  private volatile boolean closed;

  UseTimer(Runnable work) {
    this.work = work;
  }

  /** Costs one look at a variable when it runs already. */
  void start() {
    if (next.get() != null || closed) {
      return;
    }
    synchronized (this) {
      if (next.get() == null && !closed) {
        next.set(TIMER.schedule(this::run, DELAY_SECONDS, TimeUnit.SECONDS));
      }
    }
  }

  private void run() {
    next.set(null);
    work.run();
  }

  void close() {
    synchronized (this) {
      closed = true;
      Future<?> waiting = next.getAndSet(null);
      if (waiting != null) {
        waiting.cancel(false);
      }
    }
  }
}
