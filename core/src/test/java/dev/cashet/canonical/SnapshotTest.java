package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.model.Digest;
import java.nio.ByteBuffer;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SnapshotTest {
  private static final Canonical CANONICAL = new Canonical(List.of());
  private static final SnapshotBudget MUCH = new SnapshotBudget(1 << 20);

  private static class Base {
    int count = 1;
  }

  private static final class Account extends Base {
    String owner = "a";
    final List<Integer> entries = new ArrayList<>(List.of(1, 2));
    transient double[] cache = {1.5};
  }

  private record Box(List<Integer> content) {}

  private static final class Bag extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    private int label = 7;
  }

  private record Counter(AtomicInteger hidden) implements CanonicalForm {
    @Override
    public String canonicalName() {
      return "counter/1";
    }

    @Override
    public Object canonicalValue() {
      return 1;
    }

    @Override
    public String canonicalText() {
      return "counter";
    }
  }

  private static <T> DynamicTest changed(String name, T value, Consumer<T> change) {
    return DynamicTest.dynamicTest(name, () -> {
      Digest before = Digests.of(value);
      Snapshot snapshot = CANONICAL.snapshot(List.of("x", value), MUCH);

      change.accept(value);

      assertThat(Digests.of(value)).as("the change shows").isNotEqualTo(before);
      assertThat(snapshot.restore()).containsExactly(1);
      assertThat(Digests.of(value)).as("the change is undone").isEqualTo(before);
      assertThat(snapshot.restore()).isEmpty();
    });
  }

  @TestFactory
  Stream<DynamicTest> restore_afterAChange_putsBackWhatWas() {
    List<Integer> inner = new ArrayList<>(List.of(1));
    return Stream.of(
        changed("int[]", new int[] {1, 2}, a -> a[0] = 9),
        changed("double[]", new double[] {1, Double.NaN}, a -> a[1] = 9),
        changed("long[]", new long[] {1}, a -> a[0] = 9),
        changed("byte[]", new byte[] {1}, a -> a[0] = 9),
        changed("short[]", new short[] {1}, a -> a[0] = 9),
        changed("char[]", new char[] {1}, a -> a[0] = 9),
        changed("float[]", new float[] {1}, a -> a[0] = 9),
        changed("boolean[]", new boolean[] {true}, a -> a[0] = false),
        changed("Object[]", new Object[] {"a", new int[] {1}}, a -> ((int[]) a[1])[0] = 2),
        changed("Object[] itself", new Object[] {"a"}, a -> a[0] = "b"),
        changed("ArrayList", new ArrayList<>(List.of(3, 1)), Collections::sort),
        changed("ArrayList added to", new ArrayList<>(List.of(3, 1)), l -> l.add(1)),
        changed("LinkedList", new LinkedList<>(List.of(3, 1)), l -> l.set(0, 5)),
        changed("Vector", new Vector<>(List.of(3, 1)), Vector::clear),
        changed("Arrays.asList", Arrays.asList(1, 2), l -> l.set(0, 9)),
        changed("CopyOnWriteArrayList", new CopyOnWriteArrayList<>(List.of(1)), l -> l.add(2)),
        changed("synchronizedList", Collections.synchronizedList(new ArrayList<>()), l -> l.add(2)),
        changed("ArrayDeque", new ArrayDeque<>(List.of(1, 2)), ArrayDeque::pop),
        changed("PriorityQueue", new PriorityQueue<>(List.of(3, 1, 2)), PriorityQueue::poll),
        changed("HashSet", new HashSet<>(Set.of(1, 2)), s -> s.remove(1)),
        changed("LinkedHashSet", new LinkedHashSet<>(List.of(2, 1)), s -> s.add(3)),
        changed("TreeSet", new TreeSet<>(List.of(2, 1)), TreeSet::pollFirst),
        changed("HashMap", new HashMap<>(Map.of("a", 1)), m -> m.put("a", 2)),
        changed("LinkedHashMap", new LinkedHashMap<>(Map.of("a", 1)), m -> m.put("b", 2)),
        changed("TreeMap", new TreeMap<>(Map.of("a", 1)), TreeMap::clear),
        changed("ConcurrentHashMap", new ConcurrentHashMap<>(Map.of("a", 1)), m -> m.put("b", 2)),
        changed("EnumMap", new EnumMap<>(Map.of(TimeUnit.DAYS, 1)), m -> m.put(TimeUnit.HOURS, 2)),
        changed("inside List.of", List.of(inner), l -> l.get(0).add(5)),
        changed("inside a record", new Box(new ArrayList<>(List.of(1))), b -> b.content.clear()),
        changed(
            "inside an unmodifiable view",
            Collections.unmodifiableList(List.of(new int[] {1})),
            l -> l.get(0)[0] = 2),
        changed("key of a map", keyed(), m -> m.keySet().iterator().next().add(9)),
        changed("AtomicInteger", new AtomicInteger(1), AtomicInteger::incrementAndGet),
        changed("AtomicLong", new AtomicLong(1), AtomicLong::incrementAndGet),
        changed("AtomicBoolean", new AtomicBoolean(), b -> b.set(true)),
        changed("AtomicReference", new AtomicReference<>("a"), r -> r.set("b")),
        changed("in AtomicReference", new AtomicReference<>(new int[1]), r -> r.get()[0] = 1),
        changed("Optional", Optional.of(new int[1]), o -> o.get()[0] = 1),
        changed("entry", new AbstractMap.SimpleEntry<>("a", 1), e -> e.setValue(2)),
        changed("StringBuilder", new StringBuilder("a"), b -> b.append("b")),
        changed("StringBuffer", new StringBuffer("a"), b -> b.setLength(0)),
        changed("BitSet", BitSet.valueOf(new long[] {5}), b -> b.flip(1)),
        changed("Date", new Date(5), d -> d.setTime(6)),
        changed("ByteBuffer read", ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer::get),
        changed("ByteBuffer written", ByteBuffer.wrap(new byte[] {1, 2}), b -> b.put(0, (byte) 3)),
        changed("inherited field", new Account(), a -> a.count++),
        changed("field", new Account(), a -> a.owner = "b"),
        changed("what a field refers to", new Account(), a -> a.entries.add(3)),
        changed("array in a transient field", new Account(), a -> a.cache[0] = 2),
        changed("field of a collection", new Bag(), b -> b.label = 8),
        changed("content of a collection with fields", new Bag(), b -> b.add("x")));
  }

  private static Map<List<Integer>, String> keyed() {
    Map<List<Integer>, String> map = new HashMap<>();
    map.put(new ArrayList<>(List.of(1)), "a");
    return map;
  }

  @Test
  void restore_aKeyOfAMapHasChanged_findsTheEntryAgain() {
    Map<List<Integer>, String> map = keyed();
    Snapshot snapshot = CANONICAL.snapshot(List.of(map), MUCH);
    map.keySet().iterator().next().add(9);
    map.put(List.of(4), "b");

    snapshot.restore();

    assertThat(map.get(List.of(1))).isEqualTo("a");
    assertThat(map).hasSize(1);
  }

  @Test
  void restore_nothingHasChanged_saysSo() {
    Snapshot snapshot =
        CANONICAL.snapshot(List.of(new Account(), keyed(), new int[3], "a", new Bag()), MUCH);

    assertThat(snapshot.isComplete()).isTrue();
    assertThat(snapshot.restore()).isEmpty();
  }

  @Test
  void snapshot_ofAValueThatContainsItself_ends() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Snapshot snapshot = CANONICAL.snapshot(List.of(list), MUCH);
    list.clear();

    snapshot.restore();

    assertThat(list).hasSize(1);
  }

  @Test
  void snapshot_ofAValueThatSaysItsOwnForm_leavesItAlone() {
    Counter counter = new Counter(new AtomicInteger(1));
    Snapshot snapshot = CANONICAL.snapshot(List.of(counter), MUCH);
    counter.hidden.set(5);

    assertThat(snapshot.restore()).isEmpty();
    assertThat(counter.hidden).hasValue(5);
  }

  @Test
  void snapshot_ofMoreThanAllowed_isNotComplete() {
    SnapshotBudget little = new SnapshotBudget(4000);

    assertThat(CANONICAL.snapshot(List.of(new double[1000]), little).isComplete())
        .isFalse();
    assertThat(little.leftBytes()).isEqualTo(4000);
  }

  @Test
  void release_always_givesBackWhatWasTaken() {
    SnapshotBudget budget = new SnapshotBudget(10_000);
    Snapshot first = CANONICAL.snapshot(List.of(new double[1000]), budget);
    assertThat(CANONICAL.snapshot(List.of(new double[1000]), budget).isComplete())
        .isFalse();

    first.release();
    first.release();

    assertThat(budget.leftBytes()).isEqualTo(10_000);
    assertThat(CANONICAL.snapshot(List.of(new double[1000]), budget).isComplete())
        .isTrue();
  }

  @Test
  void restore_whatCannotBePutBack_fails() {
    List<Integer> backing = new ArrayList<>(List.of(1, 2, 3));
    List<Integer> part = backing.subList(0, 2);
    Snapshot snapshot = CANONICAL.snapshot(List.of(part), MUCH);
    backing.add(4);

    assertThatThrownBy(snapshot::restore)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be put back");
  }
}
