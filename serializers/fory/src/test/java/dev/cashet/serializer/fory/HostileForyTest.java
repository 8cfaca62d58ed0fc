package dev.cashet.serializer.fory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.UnreadableResultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.fory.Fory;
import org.junit.jupiter.api.Test;

/** Bytes of Fory by someone who can write the store. */
final class HostileForyTest {
  private static final Serializer FORY = Serializers.fory();
  private static final long SEED = 4711;

  /** Tells when any of its code runs. */
  public static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;
    static final AtomicInteger RUNS = new AtomicInteger();

    /** Counts. */
    public Gadget() {
      RUNS.incrementAndGet();
    }

    @Override
    public int hashCode() {
      return RUNS.incrementAndGet();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Gadget;
    }
  }

  private static byte[] plainFory(Object value) {
    return Fory.builder()
        .withXlang(false)
        .withRefTracking(true)
        .withCodegen(false)
        .requireClassRegistration(false)
        .suppressClassRegistrationWarnings(true)
        .build()
        .serialize(value);
  }

  private static Object read(byte[] bytes) throws IOException {
    return FORY.read(
        new ByteArrayInputStream(bytes),
        new ReadContext(
            HostileForyTest.class.getClassLoader(),
            name -> true,
            () -> new ByteArrayInputStream(bytes)));
  }

  @Test
  void read_whenForysOwnWayNamesAClass_runsNoneOfItsCode() {
    Map<Object, Object> keyed = new HashMap<>();
    keyed.put(new Gadget(), 1);
    for (Object value : List.of(
        new Gadget(),
        keyed,
        new HashSet<>(Set.of(new Gadget())),
        new Object[] {new Gadget()},
        new Object[] {keyed})) {
      byte[] bytes = plainFory(value);
      int before = Gadget.RUNS.get();

      assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableResultException.class);

      assertThat(Gadget.RUNS.get()).isEqualTo(before);
    }
  }

  @Test
  void read_whenClassesThatForyKnowsAreNamed_refuses() {
    for (Object value : List.of(
        String.class,
        Locale.GERMANY,
        new ArrayList<>(List.of(1)),
        new HashSet<>(Set.of(1)),
        Optional.of(1),
        URI.create("a"))) {
      assertThatThrownBy(() -> read(plainFory(value)))
          .isInstanceOf(UnreadableResultException.class);
      assertThatThrownBy(() -> read(plainFory(new Object[] {value})))
          .isInstanceOf(UnreadableResultException.class);
      assertThatThrownBy(() -> read(plainFory(new Object[] {new Object[] {value}})))
          .isInstanceOf(UnreadableResultException.class);
    }
  }

  @Test
  void read_whenSetsAreNestedSoThatHashingNeverEnds_refusesAtOnce() {
    Set<Object> root = new HashSet<>();
    Set<Object> one = root;
    Set<Object> two = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      Set<Object> nextOne = new HashSet<>();
      Set<Object> nextTwo = new HashSet<>();
      nextTwo.add("different");
      one.add(nextOne);
      one.add(nextTwo);
      two.add(nextOne);
      two.add(nextTwo);
      one = nextOne;
      two = nextTwo;
    }
    byte[] bytes = plainFory(root);
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableResultException.class);
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableResultException.class);
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      // One that failed is not used again, and a new one takes its time: it is not the bytes'
      // doing.
      Fory fory = PlainFory.create();
      long start = System.nanoTime();
      assertThatThrownBy(() -> PlainFory.tree(fory, bytes)).isInstanceOf(RuntimeException.class);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }

    assertThat(fastest).isLessThan(50_000_000L);
  }

  @Test
  void read_whenPartsAreReplacedAtRandom_neverMakesMoreThanAPlainTree() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORY.write(
        List.of(1, 2L, "text", new double[] {1}, Map.of("a", new byte[] {1}), List.of('c')), out);
    byte[] bytes = out.toByteArray();
    Random random = new Random(SEED);
    Fory fory = PlainFory.create();
    for (int i = 0; i < 20_000; i++) {
      byte[] wrong = bytes.clone();
      for (int flips = random.nextInt(3) + 1; flips > 0; flips--) {
        wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
      }
      Object tree;
      try {
        tree = PlainFory.tree(fory, wrong);
      } catch (RuntimeException e) {
        continue;
      } catch (Error e) {
        throw new AssertionError("seed " + SEED + ", round " + i, e);
      }
      assertThat(isPlain(tree)).as("seed %d, round %d", SEED, i).isTrue();
    }
  }

  private static boolean isPlain(Object tree) {
    if (tree instanceof Object[] node) {
      for (Object part : node) {
        if (!isPlain(part)) {
          return false;
        }
      }
      return node.getClass() == Object[].class;
    }
    return tree == null
        || tree instanceof String
        || tree instanceof Character
        || tree instanceof Boolean
        || tree instanceof Number && tree.getClass().getName().startsWith("java.lang.")
        || tree.getClass().isArray() && tree.getClass().getComponentType().isPrimitive();
  }
}
