package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskTimeoutException;
import dev.cashet.codec.UnserializableException;
import dev.cashet.event.CashetEvent;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which failures are tried again, how often and how soon, and what the commit keeps of them. */
class RetryTest {
  private static final TaskOptions TWICE =
      TaskOptions.defaults().retries(1).backoff(Duration.ofMillis(1));
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final AtomicInteger AT_ONCE = new AtomicInteger();
  private static final AtomicInteger OVERLAPS = new AtomicInteger();

  @TempDir
  private Path directory;

  private final List<CashetEvent.Retried> retried = new CopyOnWriteArrayList<>();
  private Cashet cashet;

  @BeforeEach
  void open() {
    RUNS.set(0);
    OVERLAPS.set(0);
    cashet = Cashet.builder()
        .directory(directory)
        .listener(event -> {
          if (event instanceof CashetEvent.Retried again) {
            retried.add(again);
          }
        })
        .build();
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  private static int missing(int n) throws IOException {
    RUNS.incrementAndGet();
    throw new FileNotFoundException("file " + n);
  }

  private static int broken(int n) {
    RUNS.incrementAndGet();
    throw new AssertionError("broken " + n);
  }

  private static int ownTimeout(int n) throws TimeoutException {
    RUNS.incrementAndGet();
    throw new TimeoutException("the server took too long, " + n);
  }

  private static int slow(int n) throws InterruptedException {
    RUNS.incrementAndGet();
    if (AT_ONCE.incrementAndGet() > 1) {
      OVERLAPS.incrementAndGet();
    }
    try {
      new CountDownLatch(1).await();
      return n;
    } finally {
      AT_ONCE.decrementAndGet();
    }
  }

  private static volatile CountDownLatch release = new CountDownLatch(1);

  private static int deaf(int n) {
    RUNS.incrementAndGet();
    while (release.getCount() > 0) {
      Thread.onSpinWait();
    }
    return n;
  }

  private static Object thread(int n) {
    RUNS.incrementAndGet();
    return new Thread("thread " + n);
  }

  private int runs(TaskOptions options, dev.cashet.Fn1<Integer, ?> task) {
    RUNS.set(0);
    assertThatThrownBy(() -> cashet.with(options).submit(task, 1)).isNotNull();
    return RUNS.get();
  }

  @Test
  void submit_whenErrorsAreNamed_retriesAfterThoseOnly() {
    assertThat(runs(TWICE, RetryTest::missing)).isEqualTo(2);
    assertThat(runs(TWICE.retryOn(IOException.class), RetryTest::missing)).isEqualTo(2);
    assertThat(runs(TWICE.retryOn(IllegalStateException.class), RetryTest::missing))
        .isEqualTo(1);
    assertThat(runs(TWICE.noRetryOn(FileNotFoundException.class), RetryTest::missing))
        .isEqualTo(1);
    assertThat(runs(
            TWICE.retryOn(IOException.class).noRetryOn(FileNotFoundException.class),
            RetryTest::missing))
        .isEqualTo(1);
    assertThat(runs(TWICE.retryIf(error -> error.getMessage().endsWith("1")), RetryTest::missing))
        .isEqualTo(2);
    assertThat(runs(TWICE.retryIf(error -> error.getMessage().endsWith("2")), RetryTest::missing))
        .isEqualTo(1);
  }

  @Test
  void submit_whenAnErrorIsThrown_retriesOnlyIfAskedTo() {
    assertThat(runs(TWICE, RetryTest::broken)).isEqualTo(1);
    assertThat(runs(TWICE.retryOn(AssertionError.class), RetryTest::broken)).isEqualTo(2);
  }

  @Test
  void submit_whenTheResultCannotBeKept_doesNotRunTheTaskAgain() {
    assertThatThrownBy(() -> cashet.with(TWICE).submit(RetryTest::thread, 1))
        .isInstanceOf(UnserializableException.class);
    assertThat(RUNS).hasValue(1);
  }

  @Test
  void submit_whenTheTaskThrowsItsOwnTimeout_isAFailureLikeAnyOther() {
    assertThatThrownBy(() -> cashet.submit(RetryTest::ownTimeout, 1))
        .isExactlyInstanceOf(TaskException.class)
        .hasCauseExactlyInstanceOf(TimeoutException.class)
        .cause()
        .hasMessage("the server took too long, 1")
        .hasStackTraceContaining("RetryTest.ownTimeout");
    Commit.Failed failed = newestFailure();
    assertThat(failed.type()).isEqualTo("java.util.concurrent.TimeoutException");
    assertThat(failed.trace()).contains("RetryTest.ownTimeout");
  }

  @Test
  void submit_whenAttemptsTakeTooLong_endsEachBeforeTheNext() {
    TaskOptions limited = TWICE.retries(2).timeout(Duration.ofMillis(30));
    assertThatThrownBy(() -> cashet.with(limited).submit(RetryTest::slow, 1))
        .isInstanceOfSatisfying(TaskTimeoutException.class, timeout -> {
          assertThat(timeout.attempts()).isEqualTo(3);
          assertThat(timeout.timeout()).isEqualTo(Duration.ofMillis(30));
        });
    assertThat(RUNS).hasValue(3);
    assertThat(OVERLAPS).hasValue(0);
    assertThat(newestFailure().type()).isEqualTo("dev.cashet.TaskTimeoutException");
    assertThat(runs(limited.noRetryOn(TaskTimeoutException.class), RetryTest::slow))
        .isEqualTo(1);
    assertThat(runs(limited.retryOn(IOException.class), RetryTest::slow)).isEqualTo(1);
    assertThat(runs(limited.retryOn(TaskTimeoutException.class), RetryTest::slow))
        .isEqualTo(3);
  }

  @Test
  void submit_whenATaskIgnoresTheInterrupt_isNotTriedBesideItself() {
    try {
      assertThatThrownBy(
              () -> cashet.with(TWICE.timeout(Duration.ofMillis(30))).submit(RetryTest::deaf, 1))
          .isInstanceOf(TaskTimeoutException.class)
          .hasMessageContaining("ignores the interrupt");
      assertThat(RUNS).hasValue(1);
    } finally {
      release.countDown();
    }
  }

  @Test
  void submit_whenPausesGrow_keepsThemInTheirLimits() {
    TaskOptions patient = TaskOptions.defaults()
        .retries(5)
        .backoff(Duration.ofMillis(4))
        .maxBackoff(Duration.ofMillis(16))
        .jitter(0.25);
    assertThatThrownBy(() -> cashet.with(patient).submit(RetryTest::missing, 1)).isNotNull();
    int[] whole = {4, 8, 16, 16, 16};
    assertThat(retried).hasSize(whole.length);
    for (int i = 0; i < whole.length; i++) {
      assertThat(retried.get(i).pause())
          .isBetween(Duration.ofMillis(whole[i] * 3L / 4), Duration.ofMillis(whole[i]));
    }
  }

  @Test
  void submit_whenItFailed_keepsTraceAttemptsAndDuration() {
    assertThatThrownBy(() -> cashet.with(TWICE).submit(RetryTest::missing, 1)).isNotNull();
    Commit commit = newest();
    assertThat(commit.run().attempts()).isEqualTo(2);
    assertThat(commit.run().duration()).isPositive();
    Commit.Failed failed = (Commit.Failed) commit.outcome();
    assertThat(failed.type()).isEqualTo("java.io.FileNotFoundException");
    assertThat(failed.message()).isEqualTo("file 1");
    assertThat(failed.trace()).contains("RetryTest.missing(RetryTest.java:");
  }

  private Commit newest() {
    return cashet.log(LogQuery.newest(1).status(Commit.Status.FAILED)).get(0);
  }

  private Commit.Failed newestFailure() {
    return (Commit.Failed) newest().outcome();
  }
}
