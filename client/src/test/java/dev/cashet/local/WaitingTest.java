package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.event.CashetEvent;
import dev.cashet.model.InterruptedSubmissionException;
import dev.cashet.model.WaitExceededException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One who waits for another's run: through the same client, or through another as another process does. */
class WaitingTest {
  private static final int PATIENCE_SECONDS = 30;
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile CountDownLatch started;
  private static volatile CountDownLatch finish;

  @TempDir
  private Path directory;

  private final BlockingQueue<CashetEvent.Waiting> told = new LinkedBlockingQueue<>();
  private Cashet owner;
  private Cashet other;

  @BeforeEach
  void open() {
    RUNS.set(0);
    started = new CountDownLatch(1);
    finish = new CountDownLatch(1);
    owner = listening();
    other = listening();
  }

  @AfterEach
  void close() {
    finish.countDown();
    owner.close();
    other.close();
  }

  private Cashet listening() {
    return Cashet.builder()
        .directory(directory)
        .listener(event -> {
          if (event instanceof CashetEvent.Waiting waiting) {
            told.add(waiting);
          }
        })
        .build();
  }

  private static int gated(int n) throws InterruptedException {
    RUNS.incrementAndGet();
    started.countDown();
    finish.await();
    return n;
  }

  private static int gatedFailure(int n) throws InterruptedException {
    gated(n);
    throw new IllegalArgumentException("no luck with " + n);
  }

  private Cashet waiting(boolean sameClient) {
    return sameClient ? owner : other;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void submit_whenMaxWaitPasses_namesTheOwner(boolean sameClient) throws Exception {
    FutureTask<Integer> running =
        start(() -> owner.submit(WaitingTest::gated, 1).load());
    started.await();

    TaskOptions impatient = TaskOptions.defaults().maxWait(Duration.ofMillis(150));
    assertThatThrownBy(() -> waiting(sameClient).with(impatient).submit(WaitingTest::gated, 1))
        .isInstanceOf(WaitExceededException.class)
        .hasMessageContaining("WaitingTest.gated waited longer than maxWait PT0.15S")
        .hasMessageContaining(
            sameClient
                ? "thread a caller of this program"
                : "process " + ProcessHandle.current().pid());

    finish.countDown();
    assertThat(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(RUNS).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void submit_whenMaxWaitIsZero_doesNotWait(boolean sameClient) throws Exception {
    FutureTask<Integer> running =
        start(() -> owner.submit(WaitingTest::gated, 1).load());
    started.await();

    TaskOptions impatient = TaskOptions.defaults().maxWait(Duration.ZERO);
    assertThatThrownBy(() -> waiting(sameClient).with(impatient).submit(WaitingTest::gated, 1))
        .isInstanceOf(WaitExceededException.class);
    finish.countDown();
    assertThat(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(other.with(impatient).submit(WaitingTest::gated, 1).wasCached()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void submit_whenItWaitsForASecond_tellsForWhom(boolean sameClient) throws Exception {
    start(() -> owner.submit(WaitingTest::gated, 1).load());
    started.await();
    FutureTask<Integer> waiting =
        start(() -> waiting(sameClient).submit(WaitingTest::gated, 1).load());

    CashetEvent.Waiting event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    finish.countDown();

    assertThat(event).isNotNull();
    assertThat(event.call().function().shortName()).isEqualTo("WaitingTest.gated");
    assertThat(event.owner())
        .contains(
            sameClient
                ? "thread a caller"
                : "process " + ProcessHandle.current().pid());
    assertThat(event.waited()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
    assertThat(waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void submit_whenInterruptedWhileItWaits_stopsAndTheOwnerGoesOn(boolean sameClient)
      throws Exception {
    FutureTask<Integer> running =
        start(() -> owner.submit(WaitingTest::gated, 1).load());
    started.await();
    FutureTask<Boolean> waiting = new FutureTask<>(() -> {
      assertThatThrownBy(() -> waiting(sameClient).submit(WaitingTest::gated, 1))
          .isInstanceOf(InterruptedSubmissionException.class);
      return Thread.currentThread().isInterrupted();
    });
    Thread thread = new Thread(waiting, "a waiting one");
    thread.start();

    thread.interrupt();

    assertThat(waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    finish.countDown();
    assertThat(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void close_whenACallWaitsForAnotherClient_endsTheWait() throws Exception {
    FutureTask<Integer> running =
        start(() -> owner.submit(WaitingTest::gated, 1).load());
    started.await();
    FutureTask<Integer> waiting =
        start(() -> other.submit(WaitingTest::gated, 1).load());
    assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();

    other.close();

    assertThatThrownBy(() -> waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedSubmissionException.class)
        .hasMessageContaining("the client was closed while WaitingTest.gated waited for its turn");
    finish.countDown();
    assertThat(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
  }

  private static int deaf(int n) {
    started.countDown();
    while (finish.getCount() > 0) {
      Thread.onSpinWait();
    }
    return n;
  }

  @Test
  void close_whenTheTaskDoesNotListen_endsTheWaitOfOthersAllTheSame() throws Exception {
    FutureTask<Integer> running = start(() -> owner.submit(WaitingTest::deaf, 1).load());
    started.await();
    FutureTask<Integer> waiting = start(() -> owner.submit(WaitingTest::deaf, 1).load());
    assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();

    owner.close();

    assertThatThrownBy(() -> waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedSubmissionException.class);
    finish.countDown();
    assertThatThrownBy(() -> running.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedSubmissionException.class)
        .hasMessageContaining("the client was closed while WaitingTest.deaf ran");
    assertThat(other.isCached(WaitingTest::deaf, 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void submit_whenTheRunItWaitsForFails_getsThatFailure(boolean sameClient) throws Exception {
    FutureTask<Integer> running =
        start(() -> owner.submit(WaitingTest::gatedFailure, 1).load());
    started.await();
    List<FutureTask<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waiting.add(
          start(() -> waiting(sameClient).submit(WaitingTest::gatedFailure, 1).load()));
    }
    for (int i = 0; i < (sameClient ? 5 : 1); i++) {
      assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    finish.countDown();

    TaskException first = failure(running);
    for (FutureTask<Integer> each : waiting) {
      TaskException shared = failure(each);
      assertThat(shared.commitHash()).isEqualTo(first.commitHash());
      assertThat(shared).hasMessage(first.getMessage());
      assertThat(shared.getCause()).hasStackTraceContaining("WaitingTest.gatedFailure");
      assertThat(shared.getCause().toString())
          .isEqualTo("java.lang.IllegalArgumentException: no luck with 1");
    }
    assertThat(RUNS).hasValue(1);
    assertThatThrownBy(() -> other.submit(WaitingTest::gatedFailure, 1))
        .as("who asks later runs it again")
        .isInstanceOf(TaskException.class);
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void submit_whenForcedWhileAnotherRuns_waitsAndThenRunsItself() throws Exception {
    FutureTask<Integer> running =
        start(() -> owner.submit(WaitingTest::gated, 1).load());
    started.await();
    TaskOptions force = TaskOptions.defaults().force(true);
    FutureTask<Boolean> forced =
        start(() -> other.with(force).submit(WaitingTest::gated, 1).wasCached());
    assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    assertThat(RUNS).hasValue(1);

    finish.countDown();

    assertThat(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(forced.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isFalse();
    assertThat(RUNS).hasValue(2);
  }

  private static int meeting(int n) throws Exception {
    RUNS.incrementAndGet();
    started.countDown();
    started.await();
    return n;
  }

  @Test
  void submit_whenUncached_runsBesideOthersOfTheSameCall() throws Exception {
    started = new CountDownLatch(3);
    TaskOptions uncached = TaskOptions.defaults().cache(false);
    List<FutureTask<Integer>> running = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      running.add(
          start(() -> owner.with(uncached).submit(WaitingTest::meeting, 1).load()));
    }
    for (Future<Integer> each : running) {
      assertThat(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    }
    assertThat(RUNS).hasValue(3);
  }

  private static <T> FutureTask<T> start(java.util.concurrent.Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "a caller");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static TaskException failure(Future<?> future) throws Exception {
    try {
      Object result = future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("returned " + result);
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(TaskException.class);
      return (TaskException) e.getCause();
    }
  }
}
