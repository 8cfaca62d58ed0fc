package dev.cashet.bench;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
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

/** Large random results, stored and loaded, beside SHA-256, a file write and a file read of the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class LargeResultBench {
  /** Size of the result. */
  @Param({"1000000", "100000000"})
  public int bytes;

  private Scratch scratch;
  private Cashet cashet;
  private ResultRef<byte[]> stored;
  private byte[] value;
  private Path file;
  private long seed;

  /** Stores one result to load. */
  @Setup
  public void open() throws Exception {
    scratch = new Scratch();
    cashet = Cashet.open(scratch.directory("store"));
    value = Workload.random(bytes, -1);
    stored = cashet.submit(Workload::random, bytes, -1L);
    file = scratch.directory("file.bin");
    Files.write(file, value);
  }

  /** Makes and stores a result; the making is measured alone below. */
  @Benchmark
  public Object store() {
    return cashet.submit(Workload::random, bytes, seed++);
  }

  /** Making the bytes, part of {@link #store}. */
  @Benchmark
  public Object making() {
    return Workload.random(bytes, seed++);
  }

  /** Loads with every check. */
  @Benchmark
  public Object load() {
    return stored.load();
  }

  /** The floor of storing: one pass of SHA-256. */
  @Benchmark
  public byte[] floorSha256() throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(value);
  }

  /** The floor of storing: one file. */
  @Benchmark
  public Path floorFileWrite() throws Exception {
    return Files.write(file, value);
  }

  /** The floor of loading: one file. */
  @Benchmark
  public byte[] floorFileRead() throws Exception {
    return Files.readAllBytes(file);
  }

  /** Frees everything. */
  @TearDown
  public void clean() throws Exception {
    cashet.close();
    scratch.close();
  }
}
