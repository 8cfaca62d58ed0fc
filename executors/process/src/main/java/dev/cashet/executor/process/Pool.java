package dev.cashet.executor.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Processes that wait for their next task, and those at work. Nobody waits for one to become free: a task in a process
 * may wait for another task, and that one for a process; so there is always one more, and the number says only how many
 * are kept.
 */
final class Pool {
  private final Starter starter;
  private final int kept;
  private final Deque<Worker> idle = new ArrayDeque<>();
  private final Set<Worker> all = new HashSet<>();
  private boolean closed;

  Pool(Starter starter, int kept) {
    this.starter = starter;
    this.kept = kept;
  }

  /**
   * A process for one task, one that is warm if there is one.
   *
   * @throws IllegalStateException if the pool is closed, or a process cannot be started
   * @throws InterruptedException if this thread was interrupted while it waited
   */
  Worker take() throws InterruptedException {
    synchronized (this) {
      requireOpen();
      for (Worker worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
        if (worker.isAlive()) {
          return worker;
        }
        all.remove(worker);
      }
    }
    Worker started = starter.start();
    synchronized (this) {
      if (!closed) {
        all.add(started);
        return started;
      }
    }
    started.kill();
    throw new IllegalStateException("the executor is closed");
  }

  /** A process whose task has ended: the last one to work is the next, since it is the warmest. */
  void giveBack(Worker worker) {
    synchronized (this) {
      if (!closed && worker.isAlive() && idle.size() < kept) {
        idle.addFirst(worker);
        return;
      }
      all.remove(worker);
    }
    worker.kill();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Ends all processes, at work or not. */
  void close() {
    List<Worker> ending;
    synchronized (this) {
      closed = true;
      ending = List.copyOf(all);
      all.clear();
      idle.clear();
    }
    ending.forEach(Worker::kill);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the executor is closed");
    }
  }
}
