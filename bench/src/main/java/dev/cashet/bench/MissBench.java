package dev.cashet.bench;

import dev.cashet.Cashet;
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

/** A miss of a trivial function, beside a claim and an insert in plain JDBC. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class MissBench {
  /** Whether a commit waits for the disk. */
  @Param({"false"})
  public boolean durable;

  private Scratch scratch;
  private Cashet cashet;
  private RawSqlite raw;
  private int next;

  /** Opens the stores. */
  @Setup
  public void open() throws Exception {
    scratch = new Scratch();
    cashet =
        Cashet.builder().directory(scratch.directory("store")).durable(durable).build();
    raw = new RawSqlite(scratch.directory("raw").resolve("raw.db"));
  }

  /** Key, claim, run, encode, commit. */
  @Benchmark
  public Object miss() {
    return cashet.submit(Workload::reading, "Seattle", next++, 0.5);
  }

  /** The floor: two transactions with the same number of bytes. */
  @Benchmark
  public void floorRawClaimAndInsert() throws Exception {
    raw.claimAndPut(next++, new byte[500], new byte[60]);
  }

  /** Frees everything. */
  @TearDown
  public void clean() throws Exception {
    cashet.close();
    raw.close();
    scratch.close();
  }
}
