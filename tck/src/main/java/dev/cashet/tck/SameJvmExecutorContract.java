package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.executor.Outcome;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import dev.cashet.model.Invocation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every {@link TaskExecutor} that runs tasks in this JVM keeps to besides {@link TaskExecutorContract}. */
public abstract class SameJvmExecutorContract extends TaskExecutorContract {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int DEPTH = 60;

  /** For implementations. */
  protected SameJvmExecutorContract() {}

  @Test
  void run_whenTheTaskReturns_bringsTheSameObject() throws Exception {
    for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), Optional.of(LONG))) {
      Object value = new Object();

      assertThat(run(() -> value, timeout))
          .isInstanceOfSatisfying(Outcome.Returned.class, returned -> {
            assertThat(returned.value()).isSameAs(value);
            assertThat(returned.took()).isGreaterThanOrEqualTo(Duration.ZERO);
          });
      assertThat(run(() -> null, timeout))
          .isInstanceOfSatisfying(
              Outcome.Returned.class, returned -> assertThat(returned.value()).isNull());
    }
  }

  @Test
  void run_whenTheTaskThrows_bringsTheSameException() throws Exception {
    List<Throwable> errors = List.of(
        new IOException("checked"),
        new IllegalStateException("unchecked"),
        new StackOverflowError("an error"),
        new AssertionError("an assertion"),
        new InterruptedException("of its own making"));
    for (Throwable error : errors) {
      for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), Optional.of(LONG))) {
        Outcome outcome = run(() -> raise(error), timeout);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Threw.class, threw -> {
          assertThat(threw.error()).isSameAs(error);
          assertThat(threw.took()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
      }
    }
  }

  @Test
  void run_whenTheTaskTakesTooLong_interruptsIt() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);

    Outcome outcome = run(() -> waitUntilInterrupted(interrupted), Optional.of(SHORT));

    assertThat(outcome).isInstanceOfSatisfying(Outcome.TimedOut.class, timedOut -> {
      assertThat(timedOut.timeout()).isEqualTo(SHORT);
      assertThat(timedOut.stopped()).isTrue();
      assertThat(timedOut.took()).isGreaterThanOrEqualTo(SHORT);
    });
    assertThat(interrupted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(run(() -> "next", Optional.of(LONG))).isInstanceOf(Outcome.Returned.class);
  }

  @Test
  void run_whenTheTaskIgnoresTheInterruption_saysThatItGoesOn() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try {
      Outcome outcome = run(
          () -> {
            while (!enough.get()) {
              Thread.onSpinWait();
            }
            return "late";
          },
          Optional.of(SHORT));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.TimedOut.class, timedOut -> assertThat(timedOut.stopped()).isFalse());
    } finally {
      enough.set(true);
    }
  }

  @Test
  void run_whenTheCallerIsInterrupted_tellsTheTaskToStop() throws Exception {
    for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), Optional.of(LONG))) {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch interrupted = new CountDownLatch(1);
      FutureTask<Outcome> running = new FutureTask<>(() -> run(
          () -> {
            started.countDown();
            return waitUntilInterrupted(interrupted);
          },
          timeout));
      Thread caller = new Thread(running, "caller");
      caller.start();
      assertThat(started.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

      caller.interrupt();

      assertThat(interrupted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      caller.join(LONG.toMillis());
      assertThat(caller.isAlive()).isFalse();
    }
  }

  @Test
  void run_whenTheCallerIsInterruptedWhileItWaits_throws() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    FutureTask<Outcome> running = new FutureTask<>(() -> run(
        () -> {
          started.countDown();
          return waitUntilInterrupted(new CountDownLatch(1));
        },
        Optional.of(LONG)));
    Thread caller = new Thread(running, "caller");
    caller.start();
    assertThat(started.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

    caller.interrupt();

    assertThatThrownBy(() -> running.get(LONG.toSeconds(), TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void run_fromWithinTasks_worksToAnyDepth() throws Exception {
    for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), Optional.of(LONG))) {
      assertThat(nested(DEPTH, timeout))
          .isInstanceOfSatisfying(
              Outcome.Returned.class, returned -> assertThat(returned.value()).isEqualTo(DEPTH));
    }
  }

  @Test
  void run_fromWithinTasksOfManyThreads_neverWaitsForAFreeWorker() throws Exception {
    List<Outcome> outcomes = Race.of(thread -> nested(DEPTH, Optional.of(LONG)));

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome)
            .isInstanceOfSatisfying(
                Outcome.Returned.class, returned -> assertThat(returned.value()).isEqualTo(DEPTH)));
  }

  @Test
  void close_whenATaskRuns_interruptsIt() throws Exception {
    for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), Optional.of(LONG))) {
      TaskExecutor closing = open();
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch interrupted = new CountDownLatch(1);
      Thread caller = new Thread(
          () -> {
            try {
              closing.run(task(
                  () -> {
                    started.countDown();
                    return waitUntilInterrupted(interrupted);
                  },
                  timeout));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          },
          "caller");
      caller.setDaemon(true);
      caller.start();
      assertThat(started.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

      closing.close();
      closing.close();

      assertThat(interrupted.await(10, TimeUnit.SECONDS))
          .as("a task with timeout %s was stopped", timeout)
          .isTrue();
      caller.join(LONG.toMillis());
      assertThat(caller.isAlive()).isFalse();
    }
  }

  private Outcome nested(int depth, Optional<Duration> timeout) throws InterruptedException {
    return run(
        () -> {
          if (depth == 0) {
            return 0;
          }
          Outcome inner = nested(depth - 1, timeout);
          return inner instanceof Outcome.Returned returned
                  && returned.value() instanceof Integer below
              ? below + 1
              : inner;
        },
        timeout);
  }

  private Outcome run(Callable<?> body, Optional<Duration> timeout) throws InterruptedException {
    return executor().run(task(body, timeout));
  }

  private static Task task(Callable<?> body, Optional<Duration> timeout) {
    return new Task(ExecutorTasks.NAME, new Invocation(body, List.of(), body), timeout);
  }

  private static Object raise(Throwable error) throws Exception {
    if (error instanceof Error e) {
      throw e;
    }
    throw (Exception) error;
  }

  /** Stands until it is interrupted, and says when it was. */
  private static Object waitUntilInterrupted(CountDownLatch interrupted)
      throws InterruptedException {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }
}
