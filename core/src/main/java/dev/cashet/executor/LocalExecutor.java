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

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** An executor with no threads yet. */
  public LocalExecutor() {}

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Outcome run(Task task) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("the executor is closed");
    }
    long started = System.nanoTime();
    if (task.timeout().isEmpty()) {
      return call(task, started);
    }
    return runWithin(task, task.timeout().get(), started);
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
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
    threads.add(thread);
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
      threads.remove(thread);
    }
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
}
