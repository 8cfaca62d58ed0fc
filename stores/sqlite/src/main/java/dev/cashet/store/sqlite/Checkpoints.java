package dev.cashet.store.sqlite;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Moves what was written from the log into the database now and then, beside the writers and without stopping anyone:
 * readers are several times faster on the memory-mapped file than in a long log. The last connection to close empties
 * the log in any case.
 */
final class Checkpoints {
  private static final int EVERY_WRITES = 2_000;

  private final Opener opener;
  private final AtomicInteger writes = new AtomicInteger();
  private @Nullable Thread running;
  private boolean closed;

  Checkpoints(Opener opener) {
    this.opener = opener;
  }

  /** A transaction was committed. */
  void written() {
    if (writes.incrementAndGet() % EVERY_WRITES == 0) {
      start();
    }
  }

  /** Waits for the one that runs; none starts after. */
  void close() {
    Thread last;
    synchronized (this) {
      closed = true;
      last = running;
    }
    boolean interrupted = false;
    while (last != null && last.isAlive()) {
      try {
        last.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void start() {
    if (closed || running != null && running.isAlive()) {
      return;
    }
    Thread thread = new Thread(this::run, "cashet checkpoint");
    thread.setDaemon(true);
    running = thread;
    thread.start();
  }

  private void run() {
    try (Session session = opener.open()) {
      session.execute("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (SQLException e) {
      System.getLogger("dev.cashet.store")
          .log(System.Logger.Level.DEBUG, "no checkpoint this time: {0}", e.getMessage());
    }
  }
}
