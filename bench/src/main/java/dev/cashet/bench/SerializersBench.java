package dev.cashet.bench;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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

/**
 * Results as bytes and back: the serializers with all their checks, and other libraries by themselves. Sizes are printed as
 * {@code size CODEC VALUE BYTES}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class SerializersBench {
  /** Five fields. */
  public record Reading(String station, int day, double degrees, boolean valid, long time)
      implements Serializable {}

  /** A tree of objects. */
  public record Node(String name, List<Node> children, Map<String, Reading> readings)
      implements Serializable {}

  /** Which way. */
  @Param({"standard", "json", "messagepack", "kryo", "fory", "rawJava", "rawKryo", "rawFory"})
  public String codec;

  /** Which value: a record of five fields, a list of 1,000 doubles, an array of a million, a tree of 341 objects. */
  @Param({"record", "list", "array", "graph"})
  public String value;

  private Codec way;
  private Object object;
  private byte[] bytes;

  /** Encodes once, to have something to decode. */
  @Setup
  public void encodeOnce() throws Exception {
    way = Codec.named(codec);
    Random random = new Random(1);
    object = switch (value) {
      case "record" -> reading(random);
      case "list" -> new ArrayList<>(random.doubles(1000).boxed().toList());
      case "array" -> random.doubles(1_000_000).toArray();
      default -> node(random, 4);
    };
    bytes = way.encode(object);
    System.out.println("size " + codec + " " + value + " " + bytes.length);
  }

  private static Reading reading(Random random) {
    return new Reading("station " + random.nextInt(10), 7, random.nextDouble(), true, 1L << 40);
  }

  private static Node node(Random random, int depth) {
    List<Node> children = new ArrayList<>();
    for (int i = 0; i < 4 && depth > 0; i++) {
      children.add(node(random, depth - 1));
    }
    Map<String, Reading> readings = new TreeMap<>();
    for (int i = 0; i < 3; i++) {
      readings.put("reading " + i, reading(random));
    }
    return new Node("node " + depth, children, readings);
  }

  /** A value to bytes. */
  @Benchmark
  public byte[] encode() throws Exception {
    return way.encode(object);
  }

  /** Bytes to a value. */
  @Benchmark
  public Object decode() throws Exception {
    return way.decode(bytes);
  }
}
