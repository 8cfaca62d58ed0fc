package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskTimeoutException;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a submission does, on the store that everyone gets. */
class SubmitTest {
  // Reached by the tasks below, reset before each test: how often they really ran.
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile CountDownLatch started = new CountDownLatch(1);
  private static volatile CountDownLatch finish = new CountDownLatch(1);

  @TempDir
  private Path directory;

  @BeforeEach
  void reset() {
    RUNS.set(0);
    started = new CountDownLatch(1);
    finish = new CountDownLatch(1);
  }

  private static int square(int x) {
    RUNS.incrementAndGet();
    return x * x;
  }

  private static int sum(List<Integer> numbers) {
    RUNS.incrementAndGet();
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Integer> range(int to) {
    RUNS.incrementAndGet();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < to; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private static int fail(String message) {
    RUNS.incrementAndGet();
    throw new IllegalArgumentException(message);
  }

  private static int slow(int x) throws InterruptedException {
    RUNS.incrementAndGet();
    started.countDown();
    finish.await();
    return x;
  }

  private static int failUntil(int attempt) {
    int run = RUNS.incrementAndGet();
    if (run < attempt) {
      throw new IllegalStateException("attempt " + run);
    }
    return run;
  }

  private Cashet open() {
    return Cashet.open(directory.resolve("store"));
  }

  @Test
  void submit_whenRepeated_runsOnce() {
    try (Cashet cashet = open()) {
      ResultRef<Integer> first = cashet.submit(SubmitTest::square, 7);
      ResultRef<Integer> second = cashet.submit(SubmitTest::square, 7);
      assertThat(first.load()).isEqualTo(49);
      assertThat(second.load()).isEqualTo(49);
      assertThat(first.wasCached()).isFalse();
      assertThat(second.wasCached()).isTrue();
      assertThat(second.commitHash()).isEqualTo(first.commitHash());
      assertThat(RUNS).hasValue(1);
    }
  }

  @Test
  void submit_whenStoreIsReopened_isHit() {
    try (Cashet cashet = open()) {
      cashet.submit(SubmitTest::square, 7);
    }
    try (Cashet cashet = open()) {
      assertThat(cashet.submit(SubmitTest::square, 7).load()).isEqualTo(49);
    }
    assertThat(RUNS).hasValue(1);
  }

  @Test
  void submit_whenArgumentDiffers_runs() {
    try (Cashet cashet = open()) {
      assertThat(cashet.submit(SubmitTest::square, 7).load()).isEqualTo(49);
      assertThat(cashet.submit(SubmitTest::square, 8).load()).isEqualTo(64);
    }
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void submit_whenLambdaIsOneCall_isThatCall() {
    try (Cashet cashet = open()) {
      ResultRef<Integer> named = cashet.submit(SubmitTest::square, 7);
      ResultRef<Integer> lambda = cashet.submit(() -> square(7));
      assertThat(lambda.commitHash()).isEqualTo(named.commitHash());
      assertThat(named.commit().call().name().shortName()).isEqualTo("SubmitTest.square");
    }
  }

  @Test
  void submit_whenRefIsCaptured_isInputOfLineage() {
    try (Cashet cashet = open()) {
      ResultRef<List<Integer>> numbers = cashet.submit(() -> range(10));
      ResultRef<Integer> total = cashet.submit(() -> sum(numbers.load()));
      assertThat(total.load()).isEqualTo(45);
      Commit commit = total.commit();
      assertThat(commit.lineage().inputs()).hasSize(1);
      assertThat(commit.lineage().inputs().get(0).blob().hex()).isEqualTo(numbers.hash());
      assertThat(commit.lineage().inputs().get(0).commit().orElseThrow().hex())
          .isEqualTo(numbers.commitHash());
    }
  }

  @Test
  void submit_whenUpstreamIsForcedToSameResult_cutsOffEarly() {
    try (Cashet cashet = open()) {
      ResultRef<List<Integer>> numbers = cashet.submit(() -> range(10));
      cashet.submit(() -> sum(numbers.load()));
      ResultRef<List<Integer>> again =
          cashet.with(TaskOptions.defaults().force(true)).submit(() -> range(10));
      assertThat(again.wasCached()).isFalse();
      assertThat(again.commitHash()).isNotEqualTo(numbers.commitHash());
      assertThat(cashet.submit(() -> sum(again.load())).wasCached()).isTrue();
    }
  }

  @Test
  void submit_whenTaskThrows_recordsFailureAndRunsAgain() {
    try (Cashet cashet = open()) {
      assertThatThrownBy(() -> cashet.submit(SubmitTest::fail, "no luck"))
          .isInstanceOf(TaskException.class)
          .hasMessageContaining("SubmitTest.fail")
          .hasMessageContaining("no luck")
          .hasCauseInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> cashet.submit(SubmitTest::fail, "no luck"))
          .isInstanceOf(TaskException.class);
      assertThat(RUNS).hasValue(2);
      List<Commit> failures = cashet.log(LogQuery.newest(10).status(Commit.Status.FAILED));
      assertThat(failures).hasSize(2);
      assertThat(((Commit.Failed) failures.get(0).outcome()).trace()).contains("SubmitTest.fail");
      assertThat(failures.get(0).lineage().parent()).contains(failures.get(1).id());
    }
  }

  @Test
  void submit_whenRetriesAreLeft_triesAgain() {
    try (Cashet cashet = open()) {
      TaskOptions options = TaskOptions.defaults().retries(3).backoff(Duration.ofMillis(1));
      ResultRef<Integer> ref = cashet.with(options).submit(SubmitTest::failUntil, 3);
      assertThat(ref.load()).isEqualTo(3);
      assertThat(ref.commit().run().attempts()).isEqualTo(3);
    }
  }

  @Test
  void submit_whenTimeoutPasses_throwsTimeout() {
    try (Cashet cashet = open()) {
      TaskOptions options = TaskOptions.defaults().timeout(Duration.ofMillis(50));
      assertThatThrownBy(() -> cashet.with(options).submit(SubmitTest::slow, 1))
          .isInstanceOf(TaskTimeoutException.class)
          .hasMessageContaining("SubmitTest.slow");
    }
  }

  @Test
  void submit_whenCacheIsOff_runsEachTimeAndIsNeverServed() {
    try (Cashet cashet = open()) {
      TaskOptions options = TaskOptions.defaults().cache(false);
      cashet.with(options).submit(SubmitTest::square, 3);
      cashet.with(options).submit(SubmitTest::square, 3);
      assertThat(RUNS).hasValue(2);
      assertThat(cashet.submit(SubmitTest::square, 3).wasCached()).isFalse();
      assertThat(RUNS).hasValue(3);
    }
  }

  @Test
  void submit_whenTtlHasPassed_runsAgain() {
    TickingClock clock = new TickingClock(Instant.parse("2026-01-01T00:00:00Z"));
    try (Cashet cashet = Cashet.builder()
        .directory(directory)
        .clock((java.time.InstantSource) clock)
        .build()) {
      TaskOptions hour = TaskOptions.defaults().ttl(Duration.ofHours(1));
      cashet.with(hour).submit(SubmitTest::square, 3);
      clock.advance(Duration.ofMinutes(59));
      assertThat(cashet.submit(SubmitTest::square, 3).wasCached()).isTrue();
      clock.advance(Duration.ofMinutes(2));
      assertThat(cashet.submit(SubmitTest::square, 3).wasCached()).isFalse();
    }
  }

  @Test
  void submit_whenResultIsOlderThanMaxAge_runsAgain() {
    TickingClock clock = new TickingClock(Instant.parse("2026-01-01T00:00:00Z"));
    try (Cashet cashet = Cashet.builder()
        .directory(directory)
        .clock((java.time.InstantSource) clock)
        .build()) {
      cashet.submit(SubmitTest::square, 3);
      clock.advance(Duration.ofMinutes(10));
      TaskOptions fresh = TaskOptions.defaults().maxAge(Duration.ofMinutes(5));
      assertThat(cashet.submit(SubmitTest::square, 3).wasCached()).isTrue();
      assertThat(cashet.with(fresh).submit(SubmitTest::square, 3).wasCached()).isFalse();
    }
  }

  @Test
  void submit_whenVersionOrSaltDiffers_isAnotherKey() {
    try (Cashet cashet = open()) {
      cashet.submit(SubmitTest::square, 3);
      TaskOptions version = TaskOptions.defaults().version("2");
      TaskOptions salt = TaskOptions.defaults().salt("2");
      assertThat(cashet.with(version).submit(SubmitTest::square, 3).wasCached()).isFalse();
      assertThat(cashet.with(salt).submit(SubmitTest::square, 3).wasCached()).isFalse();
      assertThat(cashet.with(version).submit(SubmitTest::square, 3).wasCached()).isTrue();
      assertThat(RUNS).hasValue(3);
    }
  }

  @Test
  void submit_whenManyThreadsAskAtOnce_runsOnce() throws Exception {
    int threads = 32;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Cashet cashet = open()) {
      for (int round = 0; round < 20; round++) {
        RUNS.set(0);
        int argument = round;
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          calls.add(() -> {
            together.await();
            return cashet.submit(SubmitTest::square, argument).load();
          });
        }
        for (Future<Integer> result : pool.invokeAll(calls)) {
          assertThat(result.get()).isEqualTo(argument * argument);
        }
        assertThat(RUNS).hasValue(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void submit_whenTwoClientsAskAtOnce_runsOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (Cashet one = open();
        Cashet other = open()) {
      Future<Integer> first = pool.submit(() -> one.submit(SubmitTest::slow, 5).load());
      started.await();
      Future<ResultRef<Integer>> second = pool.submit(() -> other.submit(SubmitTest::slow, 5));
      finish.countDown();
      assertThat(first.get()).isEqualTo(5);
      assertThat(second.get().load()).isEqualTo(5);
      assertThat(second.get().wasCached()).isTrue();
      assertThat(RUNS).hasValue(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void close_whenTaskWaitsElsewhere_letsTheNextRun() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      Cashet first = open();
      Future<Integer> running =
          pool.submit(() -> first.submit(SubmitTest::slow, 5).load());
      started.await();
      first.close();
      finish.countDown();
      try (Cashet second = open()) {
        assertThat(second.submit(SubmitTest::slow, 5).load()).isEqualTo(5);
      }
      assertThatThrownBy(running::get).isNotNull();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void submit_whenTaskSubmitsItself_isRefusedWithTheCycle() {
    try (Cashet cashet = open()) {
      current = cashet;
      assertThatThrownBy(() -> cashet.submit(SubmitTest::recurse, 1))
          .hasRootCauseMessage(
              "a task waits for itself: SubmitTest.recurse → SubmitTest.recurse is the same call"
                  + " again");
    }
  }

  private static volatile Cashet current;

  private static int recurse(int x) {
    return current.submit(SubmitTest::recurse, x).load();
  }

  private static int fibonacci(int n) {
    RUNS.incrementAndGet();
    return n < 2
        ? n
        : current.submit(SubmitTest::fibonacci, n - 1).load()
            + current.submit(SubmitTest::fibonacci, n - 2).load();
  }

  @Test
  void submit_whenTasksNest_eachRunsOnce() {
    try (Cashet cashet = open()) {
      current = cashet;
      assertThat(cashet.submit(SubmitTest::fibonacci, 40).load()).isEqualTo(102334155);
      assertThat(RUNS).hasValue(41);
    }
  }

  @Test
  void open_whenOnlyRead_createsNothing() {
    Path store = directory.resolve("nothing");
    try (Cashet cashet = Cashet.open(store)) {
      assertThat(cashet.log(LogQuery.newest(5))).isEmpty();
      assertThat(cashet.stats().commits().total()).isZero();
      assertThat(cashet.isCached(SubmitTest::square, 3)).isFalse();
    }
    assertThat(Files.exists(store)).isFalse();
  }

  @Test
  void submit_whenClosed_isRefused() {
    Cashet cashet = open();
    cashet.close();
    assertThatThrownBy(() -> cashet.submit(SubmitTest::square, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void submit_whenStoreIsDeletedUnderIt_computesAgain() throws Exception {
    Path store = directory.resolve("store");
    try (Cashet cashet = open()) {
      cashet.submit(SubmitTest::square, 3);
      deleteAll(store);
      // The look at the file is made at most every 50 ms; until then the old answer is right as
      // well.
      assertThat(cashet.submit(SubmitTest::square, 4).load()).isEqualTo(16);
      assertThat(cashet.submit(SubmitTest::square, 3).wasCached()).isFalse();
    }
    try (Cashet cashet = open()) {
      assertThat(cashet.submit(SubmitTest::square, 4).wasCached()).isTrue();
    }
  }

  private static void deleteAll(Path root) throws Exception {
    try (java.util.stream.Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
