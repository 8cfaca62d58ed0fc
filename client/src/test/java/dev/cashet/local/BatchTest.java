package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Batch;
import dev.cashet.BatchPlan;
import dev.cashet.BatchResult;
import dev.cashet.Cashet;
import dev.cashet.FailurePolicy;
import dev.cashet.Fn0;
import dev.cashet.PlannedTask;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskOutcome;
import dev.cashet.TaskOutcome.Status;
import dev.cashet.model.InterruptedSubmissionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches, on the store that everyone gets. */
class BatchTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final List<String> ORDER = Collections.synchronizedList(new ArrayList<>());
  private static volatile CountDownLatch started = new CountDownLatch(1);
  private static volatile CountDownLatch finish = new CountDownLatch(1);
  private static volatile CyclicBarrier barrier = new CyclicBarrier(1);
  private static volatile Cashet current;

  @TempDir
  private Path directory;

  @BeforeEach
  void open() {
    RUNS.set(0);
    ORDER.clear();
    started = new CountDownLatch(1);
    finish = new CountDownLatch(1);
    current =
        Cashet.builder().directory(directory.resolve("store")).maxWorkers(4).build();
  }

  @AfterEach
  void close() {
    current.close();
  }

  private static int count(int x) {
    RUNS.incrementAndGet();
    return x;
  }

  private static int sum(int a, int b) {
    RUNS.incrementAndGet();
    return a + b;
  }

  private static int sumOf(List<ResultRef<Integer>> refs) {
    RUNS.incrementAndGet();
    return refs.stream().mapToInt(ResultRef::load).sum();
  }

  private static int note(String name, int x) {
    ORDER.add(name);
    return x;
  }

  private static int fail(int x) {
    RUNS.incrementAndGet();
    throw new IllegalArgumentException("no " + x);
  }

  private static int block(int x) throws InterruptedException {
    RUNS.incrementAndGet();
    started.countDown();
    finish.await();
    return x;
  }

  private static int meet(int x) throws Exception {
    barrier.await();
    return x;
  }

  private static int nested(int depth, int width) {
    if (depth == 0) {
      return 1;
    }
    Batch inner = current.batch();
    List<ResultRef<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int salt = i;
      parts.add(
          inner.with(TaskOptions.defaults().salt("s" + salt)).add(() -> nested(depth - 1, width)));
    }
    inner.run();
    return parts.stream().mapToInt(ResultRef::load).sum();
  }

  private static int grow(Batch batch, int left) {
    RUNS.incrementAndGet();
    if (left > 0) {
      batch.add(() -> grow(batch, left - 1));
    }
    return left;
  }

  @Test
  void run_whenTasksUseEachOther_runsEachAfterItsInputs() {
    Batch batch = current.batch();
    ResultRef<Integer> a = batch.add(() -> count(1));
    ResultRef<Integer> b = batch.add(() -> count(2));
    ResultRef<Integer> c = batch.add(() -> sum(a.load(), b.load()));
    ResultRef<Integer> d = batch.add(BatchTest::sumOf, List.of(a, b, c));
    BatchResult result = batch.run();
    assertThat(d.load()).isEqualTo(6);
    assertThat(result.isSuccess()).isTrue();
    assertThat(result.with(Status.COMPLETED)).hasSize(4);
    assertThat(c.commit().lineage().inputs()).hasSize(2);
    assertThat(result.outcomes().get(2).name()).isEqualTo("BatchTest.sum");
    assertThat(RUNS).hasValue(4);
  }

  @Test
  void run_whenTheSameCallsWereSubmitted_areHits() {
    ResultRef<Integer> one = current.submit(() -> count(1));
    ResultRef<Integer> total = current.submit(() -> sum(one.load(), 7));
    Batch batch = current.batch();
    ResultRef<Integer> first = batch.add(() -> count(1));
    ResultRef<Integer> second = batch.add(() -> sum(first.load(), 7));
    assertThat(batch.run().with(Status.HIT)).hasSize(2);
    assertThat(second.commitHash()).isEqualTo(total.commitHash());
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void run_whenNamedTasksUseEachOtherByName_resolvesThem() {
    Batch batch = current.batch();
    ResultRef<Integer> later = batch.ref("base");
    batch.add("total", () -> sum(later.load(), 1));
    batch.add("base", () -> count(41));
    BatchResult result = batch.run();
    assertThat(result.outcome("total").result().orElseThrow().load()).isEqualTo(42);
    assertThat(batch.ref("total").load()).isEqualTo(42);
  }

  @Test
  void run_whenTasksWaitInACircle_isRefusedBeforeAnythingRuns() {
    Batch batch = current.batch();
    batch.add(() -> count(1));
    ResultRef<Integer> a = batch.ref("a");
    ResultRef<Integer> b = batch.ref("b");
    batch.add("a", () -> count(b.load()));
    batch.add("b", () -> count(a.load()));
    assertThatThrownBy(batch::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("circle")
        .hasMessageContaining("b → a → b");
    assertThat(RUNS).hasValue(0);
  }

  @Test
  void run_whenATaskUsesItselfOrNobody_isRefusedBeforeAnythingRuns() {
    Batch self = current.batch();
    ResultRef<Integer> own = self.ref("own");
    self.add("own", () -> count(own.load()));
    assertThatThrownBy(self::run).hasMessageContaining("own uses its own result");
    Batch unknown = current.batch();
    ResultRef<Integer> missing = unknown.ref("missing");
    unknown.add(() -> count(missing.load()));
    assertThatThrownBy(unknown::run).hasMessageContaining("'missing', which nobody added");
    Batch other = current.batch();
    other.add(BatchTest::sumOf, List.of(unknown.<Integer>ref("x")));
    assertThatThrownBy(other::run).hasMessageContaining("another batch");
    assertThatThrownBy(() -> unknown.add("missing", () -> count(1)).load())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'missing' is not there yet");
    assertThatThrownBy(() -> unknown.add("missing", () -> count(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(RUNS).hasValue(0);
  }

  @Test
  void run_whenMaxWorkersIsN_runsNAtOnce() {
    barrier = new CyclicBarrier(8);
    Batch batch = current.batch();
    for (int i = 0; i < 16; i++) {
      batch.add(BatchTest::meet, i);
    }
    assertThat(batch.run(8).isSuccess()).isTrue();
  }

  @Test
  void run_whenCallsAreEqual_runsOnce() {
    Batch batch = current.batch();
    Batch forced = batch.with(TaskOptions.defaults().force(true));
    for (int i = 0; i < 20; i++) {
      batch.add(() -> count(5));
      forced.add(() -> count(6));
    }
    BatchResult result = batch.run();
    assertThat(RUNS).hasValue(2);
    assertThat(result.with(Status.COMPLETED)).hasSize(2);
    assertThat(result.with(Status.HIT)).hasSize(38);
  }

  @Test
  void run_whenUncachedCallsAreEqual_runsEach() {
    Batch batch = current.batch().with(TaskOptions.defaults().cache(false));
    batch.add(() -> count(5));
    batch.add(() -> count(5));
    batch.run();
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void run_whenATaskFails_startsNothingMoreAndKeepsWhatWasComputed() {
    Batch batch = current.batch();
    ResultRef<Integer> good = batch.add(() -> count(1));
    ResultRef<Integer> bad = batch.add("bad", () -> fail(2));
    ResultRef<Integer> after = batch.add("after", () -> count(bad.load()));
    batch.add("beside", () -> count(3));
    List<TaskOutcome<?>> told = new ArrayList<>();
    batch.onResult(told::add);
    assertThatThrownBy(() -> batch.run(1))
        .isInstanceOf(TaskException.class)
        .hasRootCauseMessage("no 2");
    assertThat(good.load()).isEqualTo(1);
    assertThat(RUNS).hasValue(2);
    assertThat(told).hasSize(4);
    assertThat(told.get(1).status()).isEqualTo(Status.FAILED);
    assertThat(told.subList(2, 4)).allMatch(each -> each.status() == Status.SKIPPED);
    assertThatThrownBy(after::load)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("skipped")
        .hasMessageContaining("no 2");
  }

  @Test
  void run_whenFailuresAreCollected_runsAllThatDoNotNeedThem() {
    Batch batch = current.batch().onFailure(FailurePolicy.COLLECT);
    ResultRef<Integer> bad = batch.add("bad", () -> fail(2));
    batch.add("twin", () -> fail(2));
    ResultRef<Integer> after = batch.add("after", () -> count(bad.load()));
    batch.add("last", () -> count(after.load()));
    batch.add("good", () -> count(3));
    BatchResult result = batch.run();
    assertThat(result.outcome("good").status()).isEqualTo(Status.COMPLETED);
    assertThat(result.outcome("bad").status()).isEqualTo(Status.FAILED);
    assertThat(result.outcome("twin").status()).isEqualTo(Status.FAILED);
    for (String failed : List.of("bad", "twin")) {
      assertThat(result.outcome(failed).problem().orElseThrow().because()).isEqualTo(failed);
    }
    assertThat(result.outcome("after").status()).isEqualTo(Status.SKIPPED);
    assertThat(result.outcome("last").problem().orElseThrow().because()).isEqualTo("bad");
    assertThat(result.isSuccess()).isFalse();
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void run_whenRunAgainAfterAFailure_runsWhatHasNoResult() {
    Batch batch = current.batch().onFailure(FailurePolicy.COLLECT);
    ResultRef<Integer> flaky = batch.add(BatchTest::failsUnless, 1);
    batch.add(() -> count(flaky.load()));
    batch.add(() -> count(9));
    allowed = false;
    assertThat(batch.run().with(Status.FAILED)).hasSize(1);
    allowed = true;
    assertThat(batch.run().isSuccess()).isTrue();
    assertThat(flaky.load()).isEqualTo(1);
  }

  private static volatile boolean allowed;

  private static int failsUnless(int x) {
    if (!allowed) {
      throw new IllegalStateException("not yet");
    }
    return x;
  }

  @Test
  void cancel_whenTasksRun_interruptsThemAndStartsNothingMore() throws Exception {
    Batch batch = current.batch().onFailure(FailurePolicy.COLLECT);
    batch.add("running", () -> block(1));
    ResultRef<Integer> one = batch.ref("running");
    batch.add("waiting", () -> count(one.load()));
    Thread canceller = new Thread(() -> {
      try {
        started.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      batch.cancel();
    });
    canceller.start();
    BatchResult result = batch.run(1);
    canceller.join();
    assertThat(result.with(Status.CANCELLED)).hasSize(2);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    finish.countDown();
    assertThat(batch.run().isSuccess()).isTrue();
  }

  @Test
  void run_whenItsThreadIsInterrupted_cancelsAndKeepsTheInterrupt() throws Exception {
    Batch batch = current.batch();
    batch.add(() -> block(1));
    batch.add(() -> block(2));
    Thread caller = Thread.currentThread();
    Thread other = new Thread(() -> {
      try {
        started.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      caller.interrupt();
    });
    other.start();
    assertThatThrownBy(() -> batch.run(2)).isInstanceOf(InterruptedSubmissionException.class);
    assertThat(Thread.interrupted()).isTrue();
    other.join();
  }

  @Test
  void run_whenTasksRunBatchesToAnyDepth_ends() {
    Batch batch = current.batch();
    ResultRef<Integer> leaves = batch.add(() -> nested(4, 3));
    batch.run(1);
    assertThat(leaves.load()).isEqualTo(81);
  }

  @Test
  void run_whenSixtyFourTasksSubmitOneInnerTask_ends() {
    Batch batch = current.batch();
    for (int i = 0; i < 64; i++) {
      batch.add(BatchTest::outer, i);
    }
    assertThat(batch.run().isSuccess()).isTrue();
    assertThat(RUNS).hasValue(1);
  }

  private static int outer(int x) {
    return x + current.submit(() -> count(1)).load();
  }

  @Test
  void run_whenATaskAddsTasks_runsThemAndItselfAlways() {
    for (int round = 1; round <= 2; round++) {
      Batch batch = current.batch();
      batch.add(() -> grow(batch, 5));
      assertThat(batch.run().outcomes()).hasSize(6);
      assertThat(RUNS).hasValue(6 * round);
    }
  }

  @Test
  void run_whenAListenerAddsTasks_runsThem() {
    Batch batch = current.batch();
    batch.onResult(outcome -> {
      if (outcome.index() < 10) {
        Object value = outcome.result().orElseThrow().load();
        int next = (Integer) value + 1;
        batch.add(() -> count(next));
      }
    });
    batch.add(() -> count(0));
    assertThat(batch.run().outcomes()).hasSize(11);
  }

  @Test
  void run_whenTheListenerThrows_stopsAndThrowsThat() {
    Batch batch = current.batch().onResult(outcome -> {
      throw new IllegalStateException("enough");
    });
    batch.add(() -> count(0));
    ResultRef<Integer> first = batch.add(() -> count(1));
    batch.add(() -> count(first.load()));
    assertThatThrownBy(() -> batch.run(1)).hasMessage("enough");
  }

  @Test
  void stream_whenRead_givesOutcomesAsTheyCome() {
    Batch batch = current.batch();
    batch.add("slow", () -> block(1));
    batch.add("fast", () -> count(2));
    try (Stream<TaskOutcome<?>> outcomes = batch.stream(2)) {
      List<String> names = new ArrayList<>();
      outcomes.forEach(outcome -> {
        names.add(outcome.name());
        finish.countDown();
      });
      assertThat(names).containsExactly("fast", "slow");
    }
    assertThat(batch.run().isSuccess()).isTrue();
  }

  @Test
  void stream_whenClosedEarly_cancelsWhatIsLeft() throws Exception {
    Batch batch = current.batch();
    batch.add("fast", () -> count(2));
    batch.add("slow", () -> block(1));
    try (Stream<TaskOutcome<?>> outcomes = batch.stream(1)) {
      assertThat(outcomes.iterator().next().name()).isEqualTo("fast");
      started.await();
    }
    finish.countDown();
  }

  @Test
  void run_whenAnInputRunsAgainToTheSameResult_cutsOffEarly() {
    Batch first = current.batch();
    ResultRef<Integer> a = first.add(() -> count(1));
    first.add(() -> sum(a.load(), 1));
    first.run();
    Batch second = current.batch();
    ResultRef<Integer> again = second.with(TaskOptions.defaults().force(true)).add(() -> count(1));
    second.add(() -> sum(again.load(), 1));
    BatchResult result = second.run();
    assertThat(result.outcomes().get(0).status()).isEqualTo(Status.COMPLETED);
    assertThat(result.outcomes().get(1).status()).isEqualTo(Status.HIT);
  }

  @Test
  void plan_whenSomeAreKnown_saysHitOrRunAndWhyAndRunsNothing() {
    current.submit(() -> count(1));
    Batch batch = current.batch();
    ResultRef<Integer> known = batch.add("known", () -> count(1));
    ResultRef<Integer> fresh = batch.add("fresh", () -> count(2));
    batch.add("both", () -> sum(known.load(), fresh.load()));
    batch.add("one", () -> sum(known.load(), 5));
    batch.add("twin", () -> count(2));
    batch.with(TaskOptions.defaults().force(true)).add("forced", () -> count(1));
    long commits = current.stats().commits().total();
    BatchPlan plan = batch.plan();
    assertThat(plan.tasks().stream().map(each -> each.name() + " " + each.action()))
        .containsExactly(
            "known HIT", "fresh RUN", "both DEPENDS", "one RUN", "twin DEPENDS", "forced RUN");
    PlannedTask one = plan.tasks().get(3);
    assertThat(one.reason()).isEqualTo("there is no result of this code with these arguments");
    assertThat(plan.tasks().get(2).reason()).contains("fresh");
    assertThat(plan.tasks().get(1).estimate()).isPresent();
    assertThat(one.estimate()).isEmpty();
    assertThat(RUNS).hasValue(1);
    assertThat(current.stats().commits().total()).isEqualTo(commits);
    assertThatThrownBy(known::load).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void plan_whenNothingIsStored_createsNothing() {
    Batch batch = current.batch();
    ResultRef<Integer> a = batch.add(() -> count(1));
    batch.add(() -> count(a.load()));
    assertThat(batch.plan().tasks()).hasSize(2);
    assertThat(directory.resolve("store")).doesNotExist();
  }

  @Test
  void run_whenAddedFunctionHoldsARefDeepInside_findsIt() {
    Batch batch = current.batch();
    ResultRef<Integer> a = batch.add(() -> count(1));
    Fn0<Integer> inner = () -> a.load();
    ResultRef<Integer> b = batch.add(BatchTest::callIt, inner);
    batch.run();
    assertThat(b.load()).isEqualTo(1);
  }

  private static int callIt(Fn0<Integer> function) throws Exception {
    return function.call();
  }

  @Test
  void run_whenAChainIsLong_needsNoStack() {
    Batch batch = current.batch();
    ResultRef<Integer> last = batch.add(() -> count(0));
    for (int i = 0; i < 2_000; i++) {
      ResultRef<Integer> before = last;
      last = batch.add(() -> sum(before.load(), 1));
    }
    assertThat(batch.run(2).isSuccess()).isTrue();
    assertThat(last.load()).isEqualTo(2_000);
  }

  @Test
  void run_whenTheClientIsClosedMeanwhile_ends() throws Exception {
    Batch batch = current.batch();
    batch.add(() -> block(1));
    Cashet client = current;
    Thread closer = new Thread(() -> {
      try {
        started.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      client.close();
    });
    closer.start();
    assertThatThrownBy(batch::run).isInstanceOf(InterruptedSubmissionException.class);
    closer.join();
  }

  @Test
  void run_whenWorkersAreNotPositive_isRefusedByName() {
    assertThatThrownBy(() -> current.batch().run(0)).hasMessageContaining("maxWorkers");
    assertThatThrownBy(() -> Cashet.builder().maxWorkers(0)).hasMessageContaining("maxWorkers");
    assertThat(note("x", 1)).isEqualTo(1);
  }
}
