package dev.cashet.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do jobs in the order in which they come, up to a limit at once. Threads are made when there is work for
 * them and end when there has been none for a while, so that nobody has to close what has run dry. Each batch, map or
 * client has workers of its own: one that waits for another never takes a thread from it.
 */
public final class Workers {
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final int limit;
  private final ThreadFactory threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Job> queue = new ArrayDeque<>();
  private int alive;
  private int idle;
  private boolean closed;

  /**
   * No threads yet.
   *
   * @param limit how many at most; 0 if only the thread that calls {@link #help} is to work
   */
  public Workers(int limit, ThreadFactory threads) {
    this.limit = limit;
    this.threads = threads;
  }

  /** Queues a job; after {@link #close} it is dropped. */
  public void add(Job job) {
    Thread fresh = null;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      queue.add(job);
      if (queue.size() <= idle) {
        changed.signal();
      } else if (alive < limit) {
        fresh = threads.newThread(this::work);
        alive++;
      }
    } finally {
      lock.unlock();
    }
    if (fresh != null) {
      start(fresh);
    }
  }

  /**
   * Does jobs in the calling thread until closed.
   *
   * @throws InterruptedException if the thread is interrupted while there is nothing to do; calling again goes on
   */
  public void help() throws InterruptedException {
    for (Job job = take(true); job != null; job = take(true)) {
      chain(job);
    }
  }

  /** Drops what is queued and lets the threads end. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void start(Thread fresh) {
    try {
      fresh.start();
    } catch (Throwable e) {
      lock.lock();
      try {
        alive--;
      } finally {
        lock.unlock();
      }
      throw e;
    }
  }

  private void work() {
    while (true) {
      try {
        Job job = take(false);
        if (job == null) {
          return;
        }
        chain(job);
      } catch (InterruptedException e) {
        // An interrupt was meant for a job that has ended: the next one starts without.
        continue;
      }
    }
  }

  private static void chain(Job first) {
    for (Job job = first; job != null; job = job.run()) {
      // Each job is done when it has said what comes next.
    }
  }

  /** The next job; null when closed, or when a worker has waited long enough and was counted out. */
  private @Nullable Job take(boolean patient) throws InterruptedException {
    lock.lock();
    try {
      long left = IDLE_NANOS;
      while (queue.isEmpty() && !closed && (patient || left > 0)) {
        idle++;
        try {
          if (patient) {
            changed.await();
          } else {
            left = changed.awaitNanos(left);
          }
        } finally {
          idle--;
        }
      }
      Job job = queue.poll();
      if (job == null && !patient) {
        alive--;
      }
      return job;
    } finally {
      lock.unlock();
    }
  }
}
