package dev.cashet.graph;

import org.jspecify.annotations.Nullable;

/** A stretch of work in a thread that can be interrupted while the work lasts, and never before or after. */
public final class Interruptible {
  private @Nullable Thread thread;
  private boolean wanted;
  private boolean delivered;

  /** Work that has not begun. */
  public Interruptible() {}

  /** The calling thread begins; false if the work was interrupted before, and is not to begin. */
  public synchronized boolean begin() {
    if (wanted) {
      return false;
    }
    thread = Thread.currentThread();
    return true;
  }

  /** The calling thread is done; an interrupt that was meant for the work is taken back. */
  public synchronized void end() {
    thread = null;
    if (delivered) {
      delivered = false;
      Thread.interrupted();
    }
  }

  /** Interrupts the work if it runs, and keeps it from beginning if it does not. */
  public synchronized void interrupt() {
    wanted = true;
    if (thread != null) {
      delivered = true;
      thread.interrupt();
    }
  }

  /** Whether it was asked to stop. */
  public synchronized boolean isInterrupted() {
    return wanted;
  }
}
