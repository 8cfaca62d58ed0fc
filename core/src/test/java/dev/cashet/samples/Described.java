package dev.cashet.samples;

import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What makes a generated value the value it is, as text: another way to tell values apart than the canonical form,
 * written without looking at it. Objects inside themselves are described by how far out they are.
 */
public final class Described {
  private final List<Object> around = new ArrayList<>();

  private Described() {}

  public static String of(Object value) {
    return new Described().describe(value);
  }

  private String describe(Object value) {
    if (value == null) {
      return "null";
    }
    for (int i = around.size() - 1; i >= 0; i--) {
      if (around.get(i) == value) {
        return "up " + (around.size() - i);
      }
    }
    around.add(value);
    String text = inside(value);
    around.remove(around.size() - 1);
    return text;
  }

  private String inside(Object value) {
    if (value instanceof List<?> list) {
      return "list" + all(list);
    }
    if (value instanceof Set<?> set) {
      List<String> parts = all(set);
      Collections.sort(parts);
      return "set" + parts;
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Object[] array) {
      return array.getClass().getSimpleName() + all(Arrays.asList(array));
    }
    if (value instanceof int[] array) {
      return "ints" + Arrays.toString(array);
    }
    if (value instanceof Optional<?> optional) {
      return "optional(" + (optional.isPresent() ? describe(optional.get()) : "") + ")";
    }
    if (value instanceof Pair<?, ?> pair) {
      return "pair(" + describe(pair.first()) + "," + describe(pair.second()) + ")";
    }
    if (value instanceof Node node) {
      return "node(" + node.label + "," + describe(node.next) + "," + describe(node.list) + ","
          + describe(node.set) + ")";
    }
    return value.getClass().getSimpleName() + ":" + value.toString().length() + ":" + value;
  }

  private String map(Map<?, ?> map) {
    List<String> parts = new ArrayList<>();
    map.forEach((key, value) -> parts.add(describe(key) + "=" + describe(value)));
    if (map instanceof SortedMap<?, ?>) {
      return "sorted" + parts;
    }
    if (map instanceof LinkedHashMap<?, ?>) {
      return "linked" + parts;
    }
    Collections.sort(parts);
    return "map" + parts;
  }

  private List<String> all(Collection<?> values) {
    List<String> parts = new ArrayList<>();
    values.forEach(value -> parts.add(describe(value)));
    return parts;
  }
}
