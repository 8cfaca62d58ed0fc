package dev.cashet.executor;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs tasks in this JVM: without a timeout in the thread that asks, so that nested tasks need no free worker; with one
 * in a thread of its own that is interrupted when the time is up. An interrupt is a request: a task that ignores it goes
 * on, which the outcome says; a timeout that holds needs another process.
 */
public final class LocalExecutor implements TaskExecutor {
  /** How long a task that was interrupted is waited for before it is reported as still running. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** An executor with no threads yet. */
  public LocalExecutor() {}

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Outcome run(Task task) throws InterruptedException {
    long started = System.nanoTime();
    return task.timeout().isEmpty()
        ? runHere(task, started)
        : runWithin(task, task.timeout().get(), started);
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(Running::interrupt);
  }

  private Outcome runHere(Task task, long started) {
    Running self = begin(Thread.currentThread());
    try {
      return Depth.oneDeeper(task.name().shortName(), () -> call(task, started));
    } finally {
      end(self);
      if (self.isInterrupted()) {
        // The interrupt was meant for the task, which has ended.
        Thread.interrupted();
      }
    }
  }

  private Outcome runWithin(Task task, Duration timeout, long started) throws InterruptedException {
    AtomicReference<Outcome> result = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Thread thread = new Thread(
        () -> {
          try {
            result.set(call(task, started));
          } finally {
            done.countDown();
          }
        },
        "cashet " + task.name().shortName());
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    Running worker = begin(thread);
    thread.start();
    try {
      boolean ended = done.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
      if (!ended) {
        thread.interrupt();
        boolean stopped = done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        return new Outcome.TimedOut(timeout, stopped, since(started));
      }
      Outcome outcome = result.get();
      return outcome == null
          ? new Outcome.Lost("its thread ended without a result", since(started))
          : outcome;
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    } finally {
      end(worker);
    }
  }

  private Running begin(Thread thread) {
    Running task = new Running(thread);
    running.add(task);
    if (closed) {
      running.remove(task);
      throw new IllegalStateException("the executor is closed");
    }
    return task;
  }

  private void end(Running task) {
    running.remove(task);
    task.end();
  }

  private static Outcome call(Task task, long started) {
    try {
      Object value = task.invocation().body().call();
      return new Outcome.Returned(value, since(started));
    } catch (Throwable e) {
      // Whatever a task throws is its outcome; what an Error means is for the engine to say.
      return new Outcome.Threw(e, since(started));
    }
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** A task and the thread it runs in, which is interrupted while the task runs and never after. */
  private static final class Running {
    private final Thread thread;
    private boolean ended;
    private boolean interrupted;

    Running(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!ended) {
        interrupted = true;
        thread.interrupt();
      }
    }

    synchronized void end() {
      ended = true;
    }

    synchronized boolean isInterrupted() {
      return interrupted;
    }
  }
}
