package dev.cashet.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first difference between two plain trees that {@link PlainReader} made. */
final class PlainDifference {
  private static final int MAX_TEXT = 80;
  private static final List<Set<String>> ALIKE = List.of(
      Set.of("immutable", "array_list", "linked_list", "unmodifiable", "fixed"),
      Set.of("immutable", "hash", "unmodifiable"),
      Set.of("linked", "unmodifiable_linked"));

  /** Met so far, so that a number can be told. */
  private final List<WireClass> classes = new ArrayList<>();

  private PlainDifference() {}

  static Optional<String> find(@Nullable Object before, @Nullable Object after) {
    return new PlainDifference().value(before, after, "result");
  }

  private Optional<String> value(@Nullable Object before, @Nullable Object after, String path) {
    if (!(before instanceof @Nullable Object[] one) || !(after instanceof @Nullable Object[] two)) {
      return Objects.deepEquals(before, after) ? Optional.empty() : changed(before, after, path);
    }
    String name = String.valueOf(one[0]);
    if (name.equals("ref")) {
      return Optional.of(path + " refers to an object that is elsewhere in the result as well");
    }
    boolean group = switch (name) {
      case "list", "set", "map", "holder", "array" -> true;
      default -> false;
    };
    boolean alike = name.equals(two[0])
        && one.length == two.length
        && (group ? kinds(name, one[1], two[1]) : Objects.deepEquals(head(one), head(two)));
    if (!alike) {
      return changed(before, after, path);
    }
    meet(name, head(one));
    return switch (name) {
      case "record", "object" -> fields(one, two, path);
      case "map" -> entries(one, two, path);
      case "list", "set", "holder", "array" -> elements(one, two, 2, path);
      case "enum_map" -> elements(one, two, 3, path);
      default -> Objects.deepEquals(one, two) ? Optional.empty() : changed(before, after, path);
    };
  }

  /** A class that is given in full here is given by its number from now on. */
  private void meet(String name, @Nullable Object given) {
    boolean isClass = switch (name) {
      case "record", "object", "enum", "class", "java", "array", "enum_set", "enum_map" -> true;
      default -> false;
    };
    if (isClass && given instanceof Object[] described) {
      classes.add(new PlainNode(described).shape());
    } else if (isClass && given instanceof String className) {
      classes.add(new WireClass(className, false, List.of()));
    }
  }

  private static @Nullable Object head(@Nullable Object[] node) {
    return node.length > 1 ? node[1] : null;
  }

  private static boolean kinds(String name, @Nullable Object one, @Nullable Object two) {
    if (Objects.deepEquals(one, two)) {
      return true;
    }
    int first = name.equals("list") ? 0 : 1;
    int end = name.equals("list") ? 1 : name.equals("set") || name.equals("map") ? 3 : first;
    return one != null
        && two != null
        && ALIKE.subList(first, end).stream()
            .anyMatch(kinds -> kinds.contains(one) && kinds.contains(two));
  }

  private Optional<String> elements(
      @Nullable Object[] one, @Nullable Object[] two, int from, String path) {
    for (int i = from; i < one.length; i++) {
      Optional<String> change = value(one[i], two[i], path + "[" + (i - from) + "]");
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private Optional<String> entries(@Nullable Object[] one, @Nullable Object[] two, String path) {
    for (int i = 2; i < one.length; i += 2) {
      Optional<String> key = value(one[i], two[i], path + " key " + text(one[i]));
      Optional<String> change =
          key.isPresent() ? key : value(one[i + 1], two[i + 1], path + "[" + text(one[i]) + "]");
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private Optional<String> fields(@Nullable Object[] one, @Nullable Object[] two, String path) {
    List<FieldShape> fields =
        one[1] instanceof Integer index ? classes.get(index).fields() : List.of();
    if (one[1] instanceof Object[]) {
      fields = classes.get(classes.size() - 1).fields();
    }
    for (int i = 2; i < one.length; i++) {
      String name = fields.get(i - 2).name();
      Optional<String> change = value(one[i], two[i], path + "." + name);
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> changed(
      @Nullable Object before, @Nullable Object after, String path) {
    return Optional.of(path + ", " + text(before) + ", would come back as " + text(after));
  }

  /** What a person recognises. */
  private static String text(@Nullable Object tree) {
    String text;
    if (tree instanceof @Nullable Object[] node) {
      text = node[0] + " " + (head(node) instanceof String kind ? kind : "");
      if (node.length == 3 && "text".equals(node[0])) {
        text = text + " " + node[2];
      } else if (node.length == 3 && "decimal".equals(node[0])) {
        text = node[2] instanceof byte[] digits && node[1] instanceof Integer scale
            ? "decimal "
                + new java.math.BigDecimal(new java.math.BigInteger(shortened(digits)), scale)
            : text;
      }
    } else {
      text = tree == null ? "null" : tree.getClass().getSimpleName() + " " + tree;
      text = tree != null && tree.getClass().isArray() ? tree.getClass().getSimpleName() : text;
    }
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }

  private static byte[] shortened(byte[] digits) {
    return digits.length > 32 ? java.util.Arrays.copyOf(digits, 32) : digits;
  }
}
