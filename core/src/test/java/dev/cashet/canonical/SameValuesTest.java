package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Point;
import dev.cashet.samples.Samples;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SameValuesTest {
  @TestFactory
  Stream<DynamicTest> digest_whenMadeAgain_isTheSame() {
    Map<String, Object> again = Samples.all();
    return Samples.all().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(
            entry.getKey(),
            () -> assertThat(Digests.of(entry.getValue()))
                .isEqualTo(Digests.of(again.get(entry.getKey())))));
  }

  @TestFactory
  Stream<DynamicTest> digest_whenEqualInAnotherGuise_isTheSame() {
    List<Integer> list = List.of(1, 2, 3);
    Set<String> set = Set.of("a", "b", "c");
    Map<String, Integer> map = Map.of("a", 1, "b", 2, "c", 3);
    Map<String, Integer> linked = new LinkedHashMap<>(new TreeMap<>(map));
    return Stream.of(
        same("ArrayList", list, new ArrayList<>(list)),
        same("LinkedList", list, new LinkedList<>(list)),
        same("Vector", list, new Vector<>(list)),
        same("asList", list, Arrays.asList(1, 2, 3)),
        same("copy on write", list, new CopyOnWriteArrayList<>(list)),
        same("sub list", list, List.of(0, 1, 2, 3, 4).subList(1, 4)),
        same("array list sub list", list, new ArrayList<>(List.of(0, 1, 2, 3)).subList(1, 4)),
        same("unmodifiable list", list, Collections.unmodifiableList(new LinkedList<>(list))),
        same("synchronized list", list, Collections.synchronizedList(new ArrayList<>(list))),
        same("checked list", list, Collections.checkedList(new ArrayList<>(list), Integer.class)),
        same("stream list", list, list.stream().toList()),
        same("copies", List.of(1, 1), Collections.nCopies(2, 1)),
        same("singleton list", List.of(1), Collections.singletonList(1)),
        same("empty list", List.of(), Collections.emptyList()),
        same("HashSet", set, new HashSet<>(set)),
        same("concurrent set", set, keySet(set)),
        same("unmodifiable view of List.of", list, Collections.unmodifiableList(List.copyOf(list))),
        same("unmodifiable view of Set.of", set, Collections.unmodifiableSet(Set.copyOf(set))),
        same("unmodifiable view of Map.of", map, Collections.unmodifiableMap(Map.copyOf(map))),
        same(
            "unmodifiable view of enum set",
            EnumSet.of(TimeUnit.DAYS),
            Collections.unmodifiableSet(EnumSet.of(TimeUnit.DAYS))),
        same("unmodifiable set", set, Collections.unmodifiableSet(new HashSet<>(set))),
        same("synchronized set", set, Collections.synchronizedSet(new HashSet<>(set))),
        same("set from map", set, fromMap(set)),
        same("key set", set, new HashMap<>(map).keySet()),
        same("singleton set", Set.of(1), Collections.singleton(1)),
        same("empty set", Set.of(), Collections.emptySet()),
        same("set order", order("a", "b", "c", "d"), order("d", "c", "b", "a")),
        same("collisions", order("AaAa", "BBBB", "AaBB"), order("BBBB", "AaBB", "AaAa")),
        same("HashMap", map, new HashMap<>(map)),
        same("Hashtable", map, new Hashtable<>(map)),
        same("concurrent map", map, new ConcurrentHashMap<>(map)),
        same("unmodifiable map", map, Collections.unmodifiableMap(new HashMap<>(map))),
        same("synchronized map", map, Collections.synchronizedMap(new HashMap<>(map))),
        same("twice unmodifiable", map, twice(map)),
        same("singleton map", Map.of("a", 1), Collections.singletonMap("a", 1)),
        same("empty map", Map.of(), Collections.emptyMap()),
        same("entries", map.entrySet(), new HashMap<>(map).entrySet()),
        same("entry", Map.entry("k", 1), new AbstractMap.SimpleEntry<>("k", 1)),
        same("linked map", linked, Collections.unmodifiableMap(new LinkedHashMap<>(linked))),
        same("linked keys", new LinkedHashSet<>(linked.keySet()), linked.keySet()),
        same("tree set", new TreeSet<>(set), sorted(set, Comparator.naturalOrder())),
        same("tree map", new TreeMap<>(map), new ConcurrentSkipListMap<>(map)),
        same(
            "tree view", new TreeMap<>(map), Collections.unmodifiableSortedMap(new TreeMap<>(map))),
        same("tree sub map", new TreeMap<>(Map.of("b", 2)), new TreeMap<>(map).subMap("b", "c")),
        same("shared part", shared(true), shared(false)),
        same("shared record", List.of(point(), point()), Collections.nCopies(2, point())),
        same("shared string", List.of(text(), text()), Collections.nCopies(2, text())),
        same("shared in cycle", sharedCycle(true), sharedCycle(false)),
        same("NaN", Double.NaN, Double.longBitsToDouble(0x7ff8000000000001L)),
        same("computed NaN", Double.NaN, 0.0 / zero()),
        same("NaN in array", new double[] {Double.NaN}, new double[] {0.0 / zero()}),
        same("float NaN", Float.NaN, Float.intBitsToFloat(0x7fc00001)),
        same("float NaN array", new float[] {Float.NaN}, new float[] {
          Float.intBitsToFloat(0xffc00000)
        }),
        same("boxed", 1000, Integer.valueOf("1000")),
        same("interned", "ab", new String(new char[] {'a', 'b'})),
        same("thrown elsewhere", thrown(0), thrown(3)));
  }

  private static DynamicTest same(String name, Object a, Object b) {
    return DynamicTest.dynamicTest(name, () -> assertThat(Digests.of(a)).isEqualTo(Digests.of(b)));
  }

  private static double zero() {
    return Double.parseDouble("0");
  }

  private static Throwable thrown(int depth) {
    return depth == 0 ? new IllegalStateException("x") : thrown(depth - 1);
  }

  private static Point point() {
    return new Point(Integer.parseInt("1"), 2);
  }

  private static String text() {
    return "long enough to be a new object ".repeat(2);
  }

  private static Set<String> order(String... elements) {
    Set<String> set = new HashSet<>(1);
    set.addAll(Arrays.asList(elements));
    return set;
  }

  private static Set<String> keySet(Set<String> elements) {
    Set<String> set = ConcurrentHashMap.newKeySet();
    set.addAll(elements);
    return set;
  }

  private static Set<String> fromMap(Set<String> elements) {
    Set<String> set = Collections.newSetFromMap(new HashMap<>());
    set.addAll(elements);
    return set;
  }

  private static Object twice(Map<String, Integer> map) {
    return Collections.synchronizedMap(Collections.unmodifiableMap(new HashMap<>(map)));
  }

  private static Set<String> sorted(Set<String> set, Comparator<String> order) {
    Set<String> sorted = new TreeSet<>(order);
    sorted.addAll(set);
    return sorted;
  }

  private static Object shared(boolean share) {
    List<Object> inner = new ArrayList<>(List.of(1, new Node("n")));
    List<Object> other = share ? inner : new ArrayList<>(List.of(1, new Node("n")));
    return List.of(inner, other);
  }

  private static Object sharedCycle(boolean share) {
    Node first = new Node("first");
    Node twin = share ? first : new Node("first");
    first.next = first;
    twin.next = twin;
    return List.of(first, twin);
  }

  @Test
  void digest_whenIteratedInAnotherOrder_isTheSame() {
    Set<Object> mixed = new HashSet<>(Arrays.asList(1, "a", null, point(), List.of(2), Set.of(3)));
    List<Object> reversed = new ArrayList<>(mixed);
    Collections.reverse(reversed);
    Set<Object> other = new HashSet<>(1024);
    other.addAll(reversed);
    assertThat(Digests.of(other)).isEqualTo(Digests.of(mixed));
  }

  @Test
  void digest_whenPartsAreSharedSixtyTimesOver_takesTheirSizeInMemory() {
    Object shared = new Node("leaf");
    for (int i = 0; i < 60; i++) {
      shared = new ArrayList<>(List.of(shared, shared));
    }
    Object again = new Node("leaf");
    for (int i = 0; i < 60; i++) {
      again = List.of(again, again);
    }
    assertThat(Digests.of(shared)).isEqualTo(Digests.of(again));
  }
}
