package dev.cashet.bench;

import dev.cashet.Fn3;
import dev.cashet.canonical.ArgumentForms;
import dev.cashet.canonical.Canonical;
import dev.cashet.canonical.CanonicalObserver;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import dev.cashet.model.Invocation;
import dev.cashet.model.StoredValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
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
import org.openjdk.jmh.annotations.Warmup;

/** The pieces of a key: the function's identity once known, small arguments, large arguments. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class KeyBench {
  private static final CanonicalObserver SILENT = new CanonicalObserver() {
    @Override
    public void instance(Class<?> type) {}

    @Override
    public void reference(StoredValue value) {}

    @Override
    public Digest function(Object function, String path) {
      throw new IllegalArgumentException("no functions here");
    }
  };

  private FunctionIdentity identity;
  private Canonical canonical;
  private final List<Double> thousand = new ArrayList<>();
  private final double[] million = new double[1_000_000];

  /** Finds the parts. */
  @Setup
  public void find() {
    identity = ServiceLoader.load(FunctionIdentity.class).findFirst().orElseThrow();
    canonical = Canonical.of(KeyBench.class.getClassLoader());
    for (int i = 0; i < 1000; i++) {
      thousand.add(i / 3.0);
    }
    Arrays.setAll(million, i -> i / 3.0);
  }

  /** From the function object to its code's identity, arguments not hashed. */
  @Benchmark
  public Digest functionIdentity() {
    Fn3<String, Integer, Double, Workload.Reading> function = Workload::reading;
    Target target =
        identity.resolve(new Invocation(function, Arrays.asList("Seattle", 1950, 0.5), () -> null));
    return identity.identify(target, List.of(), List.of()).digest();
  }

  /** A text, an int and a double. */
  @Benchmark
  public Digest smallArguments() {
    ArgumentForms forms = canonical.arguments();
    forms.add("Seattle", () -> "a", SILENT);
    forms.add(1950, () -> "b", SILENT);
    forms.add(0.5, () -> "c", SILENT);
    return forms.all();
  }

  /** A list of 1,000 doubles. */
  @Benchmark
  public Digest listOfThousand() {
    return canonical.digest(thousand, "a", SILENT);
  }

  /** A million doubles, 8 MB. */
  @Benchmark
  public Digest arrayOfMillion() {
    return canonical.digest(million, "a", SILENT);
  }

  /** The floor of {@link #arrayOfMillion}: SHA-256 of as many bytes. */
  @Benchmark
  public Digest floorSha256OfEightMegabytes() {
    return Digest.sha256(eightMegabytes);
  }

  /** The floor of {@link #smallArguments}: SHA-256 of as many bytes. */
  @Benchmark
  public Digest floorSha256OfSmall() {
    return Digest.sha256(small);
  }

  /** The floor of {@link #listOfThousand}: SHA-256 of as many bytes. */
  @Benchmark
  public Digest floorSha256OfNineKilobytes() {
    return Digest.sha256(nineKilobytes);
  }

  private final byte[] small = new byte[32];
  private final byte[] nineKilobytes = new byte[9006];
  private final byte[] eightMegabytes = new byte[8_000_000];
}
