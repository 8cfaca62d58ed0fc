package dev.cashet.bench;

import dev.cashet.Batch;
import dev.cashet.BatchPlan;
import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Batches of a thousand trivial tasks, each beside a plain loop of submissions; a plan of a hundred thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BatchBench {
  private static final int TASKS = 1_000;
  private static final int CHAIN = 100_000;

  private Scratch scratch;
  private Cashet cashet;
  private Batch chain;
  private int next = 1_000_000;

  /** Opens a store and fills it with what the hits find. */
  @Setup
  public void open() throws Exception {
    scratch = new Scratch();
    cashet = Cashet.open(scratch.directory("store"));
    loopOfHits();
    chain = cashet.batch();
    ResultRef<Integer> last = chain.add(Workload::increment, -1);
    for (int i = 1; i < CHAIN; i++) {
      ResultRef<Integer> before = last;
      last = chain.add(() -> Workload.increment(before.load()));
    }
  }

  /** A thousand tasks that have results. */
  @Benchmark
  public Object batchOfHits() {
    return batch(0).run();
  }

  /** The floor of that: the same calls one after the other. */
  @Benchmark
  public int loopOfHits() {
    return loop(0);
  }

  /** A thousand tasks without results. */
  @Benchmark
  public Object batchOfMisses() {
    next += TASKS;
    return batch(next).run();
  }

  /** The floor of that: the same calls one after the other. */
  @Benchmark
  public int loopOfMisses() {
    next += TASKS;
    return loop(next);
  }

  /** A chain of a hundred thousand tasks, planned. */
  @Benchmark
  public BatchPlan planOfAChain() {
    return chain.plan();
  }

  /** Frees everything. */
  @TearDown
  public void clean() throws Exception {
    cashet.close();
    scratch.close();
  }

  private Batch batch(int from) {
    Batch batch = cashet.batch();
    for (int i = from; i < from + TASKS; i++) {
      batch.add(Workload::increment, i);
    }
    return batch;
  }

  private int loop(int from) {
    int hits = 0;
    for (int i = from; i < from + TASKS; i++) {
      hits += cashet.submit(Workload::increment, i).wasCached() ? 1 : 0;
    }
    return hits;
  }
}
