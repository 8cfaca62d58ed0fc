package dev.cashet.canonical;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory snapshots may take together; safe for many threads. */
public final class SnapshotBudget {
  private final AtomicLong left;

  /** So many bytes. */
  public SnapshotBudget(long maxBytes) {
    left = new AtomicLong(maxBytes);
  }

  /** Takes some, unless there is not so much left. */
  boolean take(long bytes) {
    if (left.addAndGet(-bytes) >= 0) {
      return true;
    }
    left.addAndGet(bytes);
    return false;
  }

  void give(long bytes) {
    left.addAndGet(bytes);
  }

  /** What is left, for tests. */
  long leftBytes() {
    return left.get();
  }
}
