package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.Submitter;
import dev.cashet.Task;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskTimeoutException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure that is thrown again for a while, for those who ask for it. */
class FailureTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final TaskOptions FOR_AN_HOUR = TaskOptions.defaults().cacheFailures(HOUR);
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile boolean works;

  @TempDir
  private Path directory;

  private final TickingClock clock = new TickingClock(Instant.parse("2026-01-01T00:00:00Z"));
  private Cashet cashet;

  @BeforeEach
  void open() {
    RUNS.set(0);
    works = false;
    cashet = Cashet.builder().directory(directory).clock((InstantSource) clock).build();
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  private static int flaky(int n) {
    RUNS.incrementAndGet();
    if (works) {
      return n;
    }
    throw new IllegalArgumentException("no luck with " + n, new IllegalStateException("deeper"));
  }

  @Task(cacheFailures = "PT1H")
  private static int annotated(int n) {
    RUNS.incrementAndGet();
    throw new IllegalArgumentException("no luck with " + n);
  }

  private static int slow(int n) throws InterruptedException {
    RUNS.incrementAndGet();
    new CountDownLatch(1).await();
    return n;
  }

  private static TaskException failure(Submitter submitter) {
    try {
      submitter.submit(FailureTest::flaky, 1);
      throw new AssertionError("did not fail");
    } catch (TaskException e) {
      return e;
    }
  }

  @Test
  void submit_whenAFailureIsYoungEnough_throwsItAgainWithoutARun() {
    TaskException first = failure(cashet);
    clock.advance(Duration.ofMinutes(59));

    TaskException again = failure(cashet.with(FOR_AN_HOUR));

    assertThat(RUNS).hasValue(1);
    assertThat(again.commitHash()).isEqualTo(first.commitHash());
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again).hasMessage(first.getMessage());
    assertThat(again.getCause())
        .hasToString("java.lang.IllegalArgumentException: no luck with 1")
        .hasMessage("no luck with 1");
    StringWriter trace = new StringWriter();
    again.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .contains("Caused by: java.lang.IllegalArgumentException: no luck with 1")
        .contains("FailureTest.flaky(FailureTest.java:")
        .contains("java.lang.IllegalStateException: deeper");
    assertThat(cashet.stats().commits().total()).isEqualTo(1);
  }

  @Test
  void submit_whenAFailureIsTooOld_runsAgain() {
    failure(cashet);
    clock.advance(Duration.ofMinutes(61));
    failure(cashet.with(FOR_AN_HOUR));
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void submit_withoutTheOption_runsAgain() {
    failure(cashet.with(FOR_AN_HOUR));
    failure(cashet);
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void submit_whenForcedOrUncached_runsAgain() {
    failure(cashet);
    failure(cashet.with(FOR_AN_HOUR.force(true)));
    failure(cashet.with(FOR_AN_HOUR.cache(false)));
    assertThat(RUNS).hasValue(3);
  }

  @Test
  void submit_whenOnlyAnUncachedRunFailed_runs() {
    failure(cashet.with(TaskOptions.defaults().cache(false)));
    works = true;
    assertThat(cashet.with(FOR_AN_HOUR).submit(FailureTest::flaky, 1).load()).isEqualTo(1);
  }

  @Test
  void submit_whenAResultCameAfterTheFailure_runsOnceThatHasExpired() {
    failure(cashet);
    works = true;
    cashet.with(TaskOptions.defaults().ttl(Duration.ofMinutes(1))).submit(FailureTest::flaky, 1);
    clock.advance(Duration.ofMinutes(2));
    assertThat(cashet.with(FOR_AN_HOUR).submit(FailureTest::flaky, 1).wasCached())
        .isFalse();
    assertThat(RUNS).hasValue(3);
  }

  @Test
  void submit_whenTheMethodAsksForIt_throwsAgain() {
    assertThatThrownBy(() -> cashet.submit(FailureTest::annotated, 1)).isNotNull();
    assertThatThrownBy(() -> cashet.submit(FailureTest::annotated, 1)).isNotNull();
    assertThat(RUNS).hasValue(1);
  }

  @Test
  void submit_whenTheFailureWasATimeout_throwsATimeoutAgain() {
    TaskOptions limited = FOR_AN_HOUR.timeout(Duration.ofMillis(20));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> cashet.with(limited).submit(FailureTest::slow, 1))
          .isInstanceOfSatisfying(
              TaskTimeoutException.class,
              timeout -> assertThat(timeout.timeout()).isEqualTo(Duration.ofMillis(20)))
          .hasMessageContaining("FailureTest.slow took longer than PT0.02S");
    }
    assertThat(RUNS).hasValue(1);
  }
}
