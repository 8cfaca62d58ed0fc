package dev.cashet.history;

import dev.cashet.codec.ValueTree;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Whether two stored values are the same, however deeply nested; numbers by their bits, shared objects by place. */
final class SameValues {
  private record Pair(ValueTree one, ValueTree other) {}

  private SameValues() {}

  static boolean same(ValueTree one, ValueTree other) {
    Deque<Pair> left = new ArrayDeque<>();
    left.push(new Pair(one, other));
    while (!left.isEmpty()) {
      Pair pair = left.pop();
      if (!step(pair.one(), pair.other(), left)) {
        return false;
      }
    }
    return true;
  }

  /** The numbers of an array one by one. */
  static List<ValueTree> elements(ValueTree.Numbers numbers) {
    String type = numbers.array().getClass().getComponentType().getName();
    int length = Array.getLength(numbers.array());
    List<ValueTree> elements = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      Object value = Array.get(numbers.array(), i);
      elements.add(new ValueTree.Simple(type, value instanceof Character c ? c.toString() : value));
    }
    return elements;
  }

  private static boolean step(ValueTree one, ValueTree other, Deque<Pair> left) {
    if (one instanceof ValueTree.Numbers a && other instanceof ValueTree.Numbers b) {
      return Objects.deepEquals(a.array(), b.array());
    }
    if (one instanceof ValueTree.Sequence a && other instanceof ValueTree.Sequence b) {
      return a.type().equals(b.type()) && all(a.elements(), b.elements(), left);
    }
    if (one instanceof ValueTree.Mapping a && other instanceof ValueTree.Mapping b) {
      return a.type().equals(b.type())
          && all(keys(a), keys(b), left)
          && all(values(a), values(b), left);
    }
    if (one instanceof ValueTree.Structure a && other instanceof ValueTree.Structure b) {
      return a.type().equals(b.type())
          && names(a).equals(names(b))
          && all(fields(a), fields(b), left);
    }
    if (one instanceof ValueTree.Back && other instanceof ValueTree.Back) {
      return true;
    }
    return one.equals(other);
  }

  private static boolean all(List<ValueTree> one, List<ValueTree> other, Deque<Pair> left) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      left.push(new Pair(one.get(i), other.get(i)));
    }
    return true;
  }

  private static List<ValueTree> keys(ValueTree.Mapping map) {
    return map.entries().stream().map(ValueTree.Pair::key).toList();
  }

  private static List<ValueTree> values(ValueTree.Mapping map) {
    return map.entries().stream().map(ValueTree.Pair::value).toList();
  }

  private static List<ValueTree> fields(ValueTree.Structure structure) {
    return structure.fields().stream().map(ValueTree.Field::value).toList();
  }

  private static List<String> names(ValueTree.Structure structure) {
    return structure.fields().stream().map(ValueTree.Field::name).toList();
  }
}
