package dev.cashet.bench;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A hit of a tiny function, from the call to the value, beside the same look-up in plain JDBC. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class HitBench {
  /** Commits in the store besides the one that is asked for. */
  @Param({"10000"})
  public int others;

  private Scratch scratch;
  private Cashet cashet;
  private ResultRef<Workload.Reading> held;
  private RawSqlite raw;
  private int year = 1950;

  /** Fills the store. */
  @Setup
  public void fill() throws Exception {
    scratch = new Scratch();
    cashet = Cashet.open(scratch.directory("store"));
    raw = new RawSqlite(scratch.directory("raw").resolve("raw.db"));
    for (int i = 0; i < others; i++) {
      cashet.submit(Workload::reading, "filler", i, 0.5);
      raw.put(i, new byte[300], new byte[60]);
    }
    held = cashet.submit(Workload::reading, "Seattle", year, 0.5);
  }

  /** Key, look-up in SQLite, decode. */
  @Benchmark
  public Object hitThroughSqlite() {
    return cashet.submit(Workload::reading, "Seattle", year, 0.5).load();
  }

  /** A result whose bytes are in the heap already: decoding alone, fresh for each caller. */
  @Benchmark
  public Object loadFromHeap() {
    return held.load();
  }

  /** Key and look-up without loading. */
  @Benchmark
  public boolean isCached() {
    return cashet.isCached(Workload::reading, "Seattle", year, 0.5);
  }

  /** The floor: one prepared select by an indexed 64-bit key that returns commit and result. */
  @Benchmark
  public Object floorRawSelect() throws Exception {
    return raw.get(5000 % Math.max(1, others));
  }

  /** Frees everything. */
  @TearDown
  public void clean() throws Exception {
    cashet.close();
    raw.close();
    scratch.close();
  }
}
