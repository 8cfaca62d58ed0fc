package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.TaskOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once and deep inside each other: nothing waits for a worker that is busy waiting. */
class CrowdTest {
  private static final int PATIENCE_SECONDS = 60;
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile Cashet client;
  private static volatile CountDownLatch arrived;

  @TempDir
  private Path directory;

  @BeforeEach
  void open() {
    RUNS.set(0);
    client = Cashet.open(directory);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static int awaited(int n) throws InterruptedException {
    RUNS.incrementAndGet();
    arrived.await();
    return n;
  }

  @Test
  void submit_fromTenThousandThreads_runsOnceAndServesAll() throws Exception {
    int threads = 10_000;
    arrived = new CountDownLatch(threads);
    List<FutureTask<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      FutureTask<Integer> call = new FutureTask<>(() -> {
        arrived.countDown();
        return client.submit(CrowdTest::awaited, 7).load();
      });
      calls.add(call);
      Thread thread = new Thread(null, call, "crowd " + i, 128 << 10);
      thread.setDaemon(true);
      thread.start();
    }
    for (FutureTask<Integer> call : calls) {
      assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(7);
    }
    assertThat(RUNS).hasValue(1);
  }

  private static int depth(int n) {
    RUNS.incrementAndGet();
    return n == 0 ? 0 : 1 + client.submit(CrowdTest::depth, n - 1).load();
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000})
  void submit_whenTasksNestDeeply_endsAll(int depth) {
    assertThat(client.submit(CrowdTest::depth, depth).load()).isEqualTo(depth);
    assertThat(RUNS).hasValue(depth + 1);
  }

  private static int limitedDepth(int n) {
    RUNS.incrementAndGet();
    return n == 0
        ? 0
        : 1
            + client
                .with(TaskOptions.defaults().timeout(Duration.ofMinutes(1)))
                .submit(CrowdTest::limitedDepth, n - 1)
                .load();
  }

  @Test
  void submit_whenTasksWithTimeoutsNest_endsAll() {
    int depth = 200;
    assertThat(client.submit(CrowdTest::limitedDepth, depth).load()).isEqualTo(depth);
    assertThat(RUNS).hasValue(depth + 1);
  }

  private static int interruptedBelow(int n) throws InterruptedException {
    if (n == 0) {
      arrived.countDown();
      new CountDownLatch(1).await();
    }
    return client.submit(CrowdTest::interruptedBelow, n - 1).load();
  }

  @Test
  void submit_whenInterruptedDeepInside_endsAllAndRecordsNothing() throws Exception {
    arrived = new CountDownLatch(1);
    FutureTask<Integer> call =
        new FutureTask<>(() -> client.submit(CrowdTest::interruptedBelow, 150).load());
    Thread thread = new Thread(call, "deep");
    thread.start();
    arrived.await();

    thread.interrupt();

    assertThat(org.assertj.core.api.Assertions.catchThrowable(
            () -> call.get(PATIENCE_SECONDS, TimeUnit.SECONDS)))
        .hasCauseInstanceOf(dev.cashet.model.InterruptedSubmissionException.class);
    assertThat(client.stats().commits().total()).isZero();
    assertThat(client.stats().commits().runningClaims()).isZero();
  }
}
