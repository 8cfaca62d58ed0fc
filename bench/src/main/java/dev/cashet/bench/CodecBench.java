package dev.cashet.bench;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** Results as bytes and back, beside Java serialization. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class CodecBench {
  /** A record of five fields, a list of 1,000 doubles, an array of ten million. */
  @Param({"record", "list", "array"})
  private String value = "record";

  private final Serializer standard = Serializers.standard();
  private Object object = "";
  private byte[] ours = {};
  private byte[] java = {};
  private ReadContext context;

  /** Five fields. */
  public record Five(String name, int year, long count, double share, boolean flag)
      implements Serializable {}

  /** Makes the value and its bytes. */
  @Setup
  public void make() throws IOException {
    object = switch (value) {
      case "record" -> new Five("Seattle", 1950, 123_456_789L, 0.25, true);
      case "list" -> {
        List<Double> list = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
          list.add(i / 3.0);
        }
        yield list;
      }
      default -> {
        double[] array = new double[10_000_000];
        Arrays.setAll(array, i -> i / 3.0);
        yield array;
      }
    };
    ours = writeStandard();
    java = writeJava();
    byte[] bytes = ours;
    context = new ReadContext(
        CodecBench.class.getClassLoader(), name -> true, () -> new ByteArrayInputStream(bytes));
  }

  /** The standard serializer writes. */
  @Benchmark
  public byte[] writeStandard() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    standard.write(object, out);
    return out.toByteArray();
  }

  /** The standard serializer reads. */
  @Benchmark
  public Object readStandard() throws IOException {
    return standard.read(new ByteArrayInputStream(ours), context);
  }

  /** Java serialization writes. */
  @Benchmark
  public byte[] writeJava() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    try (ObjectOutputStream stream = new ObjectOutputStream(out)) {
      stream.writeObject(object);
    }
    return out.toByteArray();
  }

  /** Java serialization reads. */
  @Benchmark
  public Object readJava() throws IOException, ClassNotFoundException {
    try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(java))) {
      return stream.readObject();
    }
  }
}
