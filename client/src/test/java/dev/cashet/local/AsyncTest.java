package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls whose results come later, on the store that everyone gets. */
class AsyncTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile CountDownLatch started = new CountDownLatch(1);
  private static volatile CountDownLatch stopped = new CountDownLatch(1);
  private static volatile CyclicBarrier barrier = new CyclicBarrier(1);
  private static volatile Cashet current;

  @TempDir
  private Path directory;

  @BeforeEach
  void open() {
    RUNS.set(0);
    started = new CountDownLatch(1);
    stopped = new CountDownLatch(1);
    current = Cashet.open(directory);
  }

  @AfterEach
  void close() {
    current.close();
  }

  private static int square(int x) {
    RUNS.incrementAndGet();
    return x * x;
  }

  private static int meet(int x) throws Exception {
    barrier.await();
    return x;
  }

  private static int block(int x) throws InterruptedException {
    started.countDown();
    try {
      new CountDownLatch(1).await();
      return x;
    } finally {
      stopped.countDown();
    }
  }

  private static int fail(int x) {
    throw new IllegalArgumentException("no " + x);
  }

  private static long fib(int n) {
    if (n < 2) {
      return n;
    }
    CompletableFuture<ResultRef<Long>> one = current.submitAsync(AsyncTest::fib, n - 1);
    CompletableFuture<ResultRef<Long>> two = current.submitAsync(AsyncTest::fib, n - 2);
    return one.join().load() + two.join().load();
  }

  private static int itself(int x) {
    return current.submitAsync(AsyncTest::itself, x).join().load();
  }

  @Test
  void submitAsync_whenComposed_givesTheResultOfTheLast() {
    CompletableFuture<Integer> both = current
        .submitAsync(() -> square(3))
        .thenCompose(nine -> current.submitAsync(AsyncTest::square, nine.load()))
        .thenCompose(ResultRef::loadAsync);
    assertThat(both.join()).isEqualTo(81);
    assertThat(current.submit(() -> square(3)).wasCached()).isTrue();
  }

  @Test
  void submitAsync_whenManyWaitForEachOther_runsThemAtOnce() {
    barrier = new CyclicBarrier(70);
    List<CompletableFuture<ResultRef<Integer>>> all = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      all.add(current.submitAsync(AsyncTest::meet, i));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    assertThat(all.get(69).join().load()).isEqualTo(69);
  }

  @Test
  void submitAsync_whenManyAskForOneCall_runsItOnce() {
    List<CompletableFuture<ResultRef<Integer>>> all = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      all.add(current.submitAsync(AsyncTest::square, 5));
    }
    assertThat(all.stream().map(each -> each.join().load())).containsOnly(25);
    assertThat(RUNS).hasValue(1);
  }

  @Test
  void submitAsync_whenTheTaskFails_failsWithItsException() {
    CompletableFuture<ResultRef<Integer>> future = current.submitAsync(AsyncTest::fail, 1);
    assertThatThrownBy(future::join)
        .hasCauseInstanceOf(TaskException.class)
        .hasRootCauseMessage("no 1");
  }

  @Test
  void cancel_whenTheTaskRuns_interruptsIt() throws Exception {
    CompletableFuture<ResultRef<Integer>> future = current.submitAsync(AsyncTest::block, 1);
    started.await();
    assertThat(future.cancel(true)).isTrue();
    stopped.await();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(current.stats().commits().failed()).isZero();
  }

  @Test
  void cancel_whenTheTaskWaitsForAPlace_keepsItFromStarting() throws Exception {
    try (Cashet narrow =
        Cashet.builder().directory(directory.resolve("narrow")).maxWorkers(1).build()) {
      CompletableFuture<ResultRef<Integer>> first = narrow.submitAsync(AsyncTest::block, 1);
      started.await();
      CompletableFuture<ResultRef<Integer>> second = narrow.submitAsync(AsyncTest::square, 2);
      second.cancel(true);
      CompletableFuture<ResultRef<Integer>> third = narrow.submitAsync(AsyncTest::square, 3);
      first.cancel(true);
      assertThat(third.join().load()).isEqualTo(9);
      assertThat(RUNS).hasValue(1);
    }
  }

  @Test
  void submitAsync_whenTasksWaitForCallsOfTheirsInOneWorker_ends() {
    current.close();
    current = Cashet.builder().directory(directory).maxWorkers(1).build();
    assertThat(current.submitAsync(AsyncTest::fib, 15).join().load()).isEqualTo(610);
  }

  @Test
  void submitAsync_whenATaskWaitsForItself_isRefused() {
    assertThatThrownBy(() -> current.submitAsync(AsyncTest::itself, 1).join())
        .hasStackTraceContaining("waits for itself");
  }

  @Test
  void submitAsync_whenAnExecutorIsGiven_runsThere() {
    AtomicInteger given = new AtomicInteger();
    Executor executor = work -> {
      given.incrementAndGet();
      work.run();
    };
    try (Cashet cashet = Cashet.builder()
        .directory(directory.resolve("own"))
        .asyncExecutor(executor)
        .build()) {
      ResultRef<Integer> nine = cashet.submitAsync(AsyncTest::square, 3).join();
      assertThat(nine.loadAsync().join()).isEqualTo(9);
      assertThat(given).hasValue(2);
    }
  }

  @Test
  void loadAsync_whenManyLoad_givesEachAValueOfItsOwn() {
    ResultRef<List<Integer>> ref = current.submit(() -> new ArrayList<>(List.of(1, 2)));
    List<Integer> one = ref.loadAsync().join();
    one.add(3);
    assertThat(ref.loadAsync().join()).containsExactly(1, 2);
  }

  @Test
  void close_whenCallsRun_endsTheirFutures() throws Exception {
    CompletableFuture<ResultRef<Integer>> future = current.submitAsync(AsyncTest::block, 1);
    started.await();
    current.close();
    assertThatThrownBy(future::join).hasStackTraceContaining("closed");
    CompletableFuture<ResultRef<Integer>> late = current.submitAsync(AsyncTest::square, 1);
    assertThatThrownBy(late::join).hasRootCauseInstanceOf(IllegalStateException.class);
  }
}
