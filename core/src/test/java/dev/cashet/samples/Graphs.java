package dev.cashet.samples;

import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Pair;
import dev.cashet.samples.People.Plain;
import dev.cashet.samples.People.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Values of many shapes from a random source. {@link #next} and {@link #twin} build the same value in two ways: other
 * insertion orders, other capacities, shared parts copied.
 */
public final class Graphs {
  private final Random random;
  private boolean twin;

  public Graphs(Random random) {
    this.random = random;
  }

  public Object next() {
    return next(4);
  }

  /** The value that {@link #next} gives for the same state of the random source, built in another way. */
  public Object twin() {
    twin = true;
    return next(4);
  }

  private Object next(int depth) {
    int kind = random.nextInt(depth == 0 ? 11 : 20);
    return switch (kind) {
      case 0 -> null;
      case 1 -> random.nextInt(5);
      case 2 -> (long) random.nextInt(5);
      case 3 -> random.nextInt(3) / 2.0;
      case 4 -> "s" + random.nextInt(6);
      case 5 -> random.nextBoolean();
      case 6 -> Plain.values()[random.nextInt(3)];
      case 7 -> new Point(random.nextInt(3), random.nextInt(3));
      case 8 -> new BigDecimal(random.nextInt(3)).setScale(random.nextInt(2));
      case 9 -> LocalDate.ofEpochDay(random.nextInt(4));
      case 10 -> random.ints(random.nextInt(3), 0, 3).toArray();
      case 11, 12 -> list(depth);
      case 13 -> set(depth);
      case 14 -> map(depth);
      case 15 -> linked(depth);
      case 16 -> new Pair<>(next(depth - 1), next(depth - 1));
      case 17 -> Optional.ofNullable(next(depth - 1));
      case 18 -> node(depth);
      default -> elements(depth).toArray();
    };
  }

  private List<Object> elements(int depth) {
    int count = random.nextInt(4);
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(next(depth - 1));
    }
    if (random.nextInt(4) == 0 && !elements.isEmpty()) {
      elements.add(elements.get(0));
    }
    return elements;
  }

  private Object list(int depth) {
    List<Object> elements = elements(depth);
    return twin ? Collections.unmodifiableList(Arrays.asList(elements.toArray())) : elements;
  }

  private Object set(int depth) {
    List<Object> elements = elements(depth);
    if (!twin) {
      return new HashSet<>(elements);
    }
    Collections.reverse(elements);
    HashSet<Object> wide = new HashSet<>(4096);
    wide.addAll(elements);
    return Collections.unmodifiableSet(wide);
  }

  private Object map(int depth) {
    List<Object> values = elements(depth);
    Map<Object, Object> map = twin ? new HashMap<>(4096) : new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      int at = twin ? values.size() - 1 - i : i;
      map.put(List.of("k", at), values.get(at));
    }
    return map;
  }

  private Object linked(int depth) {
    Map<String, Object> map = random.nextBoolean() ? new LinkedHashMap<>() : new TreeMap<>();
    for (Object value : elements(depth)) {
      map.put("k" + map.size(), value);
    }
    return map;
  }

  private Object node(int depth) {
    Node node = new Node("n" + random.nextInt(3));
    if (random.nextBoolean()) {
      node.next = node;
    }
    if (random.nextBoolean()) {
      Node child = new Node("c");
      child.next = node;
      node.list.add(child);
    }
    Object part = next(depth - 1);
    node.list.add(new Node(part instanceof String text ? text : "other"));
    return List.of(node, node);
  }
}
