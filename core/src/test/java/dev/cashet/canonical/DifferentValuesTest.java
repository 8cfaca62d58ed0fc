package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import dev.cashet.samples.People.Point;
import dev.cashet.samples.Samples;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferentValuesTest {
  /** Every pair of more than 200 values: above 20,000 pairs. */
  @Test
  void digest_whenValuesDiffer_differs() {
    Map<Digest, String> seen = new HashMap<>();
    Map<String, Object> values = Samples.all();
    values.putAll(onlyArguments());
    values.forEach((name, value) -> {
      String other = seen.put(Digests.of(value), name);
      assertThat(other).as(name + " has the digest of").isNull();
    });
    assertThat(values).hasSizeGreaterThan(200);
  }

  @Test
  void each_ofArguments_isTheDigestOfTheValue() {
    Object[] values = Samples.all().values().toArray();
    List<Digest> each = Digests.forms(values).each();
    for (int i = 0; i < values.length; i++) {
      assertThat(each.get(i)).isEqualTo(Digests.of(values[i]));
    }
  }

  @Test
  void all_ofArguments_dependsOnEachAndOnWhereItStands() {
    Object long1 = "x".repeat(300);
    List<Digest> digests = List.of(
        Digests.ofArguments(),
        Digests.ofArguments((Object) null),
        Digests.ofArguments(null, null),
        Digests.ofArguments(1, "a"),
        Digests.ofArguments("a", 1),
        Digests.ofArguments(List.of(1, "a")),
        Digests.ofArguments(List.of(1), "a"),
        Digests.ofArguments(1, List.of("a")),
        Digests.ofArguments("ab", "c"),
        Digests.ofArguments("a", "bc"),
        Digests.ofArguments(long1),
        Digests.ofArguments(long1, long1));
    assertThat(digests).doesNotHaveDuplicates();
    assertThat(Digests.ofArguments(1, "a")).isEqualTo(digests.get(3));
  }

  private static Map<String, Object> onlyArguments() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("identity map", new IdentityHashMap<>(Map.of("a", 1, "b", 2)));
    values.put("identity set", Collections.newSetFromMap(new IdentityHashMap<>()));
    values.put("bag", new HashMap<>(Map.of("a", 1, "b", 2)).values());
    values.put("values", new LinkedHashMap<>(Map.of("a", 1)).values());
    values.put("deep 1", nested(1000));
    values.put("deep 2", nested(1001));
    values.put("entry list", List.of("k", 1));
    values.put("path list", List.of(Path.of("a")));
    values.put("comparator", Collections.reverseOrder());
    values.put("comparator 2", Collections.reverseOrder(String.CASE_INSENSITIVE_ORDER));
    values.put("comparator 3", String.CASE_INSENSITIVE_ORDER);
    values.put("anonymous", new Object() {});
    values.put("points", Arrays.asList(new Point(1, 2), new Point(2, 1)));
    values.put("to outer", cycle(2));
    values.put("to inner", cycle(1));
    return values;
  }

  private static Object nested(int depth) {
    Object inner = List.of();
    for (int i = 0; i < depth; i++) {
      inner = List.of(inner);
    }
    return inner;
  }

  /** A list in a list; the inner one ends in one of the two. */
  private static Object cycle(int levels) {
    List<Object> outer = new java.util.ArrayList<>();
    List<Object> inner = new java.util.ArrayList<>();
    outer.add("x");
    outer.add(inner);
    inner.add("y");
    inner.add(levels == 2 ? outer : inner);
    return outer;
  }

  @Test
  void digest_whenOneBitOfAnArrayDiffers_differs() {
    double[] array = new double[10_000];
    Digest before = Digests.of(array);
    for (int i = 0; i < array.length; i += 997) {
      array[i] = Double.MIN_VALUE;
      assertThat(Digests.of(array)).isNotEqualTo(before);
      array[i] = 0;
    }
    assertThat(Digests.of(array)).isEqualTo(before);
  }
}
