package dev.cashet.maintenance;

import dev.cashet.store.Store;
import dev.cashet.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store below a size while a client works. It looks after writes, in a thread of its own and a few times a second
 * at most, and collects down to nine tenths, so that it need not collect after every write. What was made or used in the
 * last seconds is spared until the client closes, so that a program can load what it has just got. Nobody waits for it but
 * {@link #close}.
 */
public final class SizeBound implements AutoCloseable {
  private static final Duration SPARED = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 200;

  private final Store store;
  private final long maxBytes;
  private final InstantSource clock;
  private @Nullable Thread thread;
  private boolean written;
  private boolean closed;

  /**
   * A bound; it does nothing before something is written.
   *
   * @param maxBytes what the store may take on disk; positive
   */
  public SizeBound(Store store, long maxBytes, InstantSource clock) {
    if (maxBytes <= 0) {
      throw new IllegalArgumentException("maxSize: must be positive, not " + maxBytes);
    }
    this.store = store;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Something was written; returns at once. */
  public synchronized void written() {
    written = true;
    if (closed) {
      return;
    }
    if (thread == null) {
      Thread started = new Thread(this::run, "cashet size bound");
      started.setDaemon(true);
      thread = started;
      started.start();
    } else {
      notifyAll();
    }
  }

  private void run() {
    try {
      while (awaitWrite()) {
        if (collect(SPARED)) {
          pause(PAUSE_MILLIS);
        } else {
          // What is left is too young; it will not be soon.
          pause(SPARED.toMillis());
          written();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean awaitWrite() throws InterruptedException {
    while (!written && !closed) {
      wait();
    }
    written = false;
    return !closed;
  }

  private synchronized void pause(long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    while (!closed) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  /** Whether the store is within its bound now, or cannot be brought there. */
  private boolean collect(Duration spare) {
    try {
      if (store.commits().stats().diskBytes() <= maxBytes) {
        return true;
      }
      GcPolicy policy = GcPolicy.defaults().maxSize(maxBytes / 10 * 9).spare(spare);
      GcReport report = new Collector(store, policy, clock, false).run();
      return report.bytesAfter() <= maxBytes;
    } catch (StoreException e) {
      System.getLogger("dev.cashet")
          .log(System.Logger.Level.WARNING, "cannot keep the store small: {0}", e.getMessage());
      return true;
    }
  }

  /** Stops, and brings the store within its bound if anything was written. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      running = thread;
      notifyAll();
    }
    boolean interrupted = false;
    while (running != null && running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (running != null) {
      collect(Duration.ZERO);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
