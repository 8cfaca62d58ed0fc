package dev.cashet.codec;

import dev.cashet.model.StoredValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One value on its way into bytes. Objects of the user's mutable classes are numbered as they are met and written once.
 * Of everything else only what is open at the moment is numbered, so that a collection can hold itself, while equal
 * values have equal bytes whether or not their parts are shared.
 */
final class Encoder {
  final Sink out;
  private final StoredValueFormat references;
  private final Map<Object, Numbered> numbered = new IdentityHashMap<>();
  private final Map<Class<?>, Integer> names = new HashMap<>();
  private final Map<Class<?>, Integer> shapes = new HashMap<>();
  private final Set<Class<?>> others = new HashSet<>();
  private final Set<String> behindReferences = new HashSet<>();
  private String[] places = new String[16];
  private int[] indexes = new int[16];
  private int depth;
  private int numbers;
  private int open;
  /** How many open objects lie outside the innermost record that is being written. */
  private int outside;

  /** An object with a number; {@code place} counts the open ones around it. */
  private static final class Numbered {
    private final int number;
    private final int place;
    private boolean open = true;

    Numbered(int number, int place) {
      this.number = number;
      this.place = place;
    }
  }

  Encoder(Sink out, StoredValueFormat references) {
    this.out = out;
    this.references = references;
  }

  void value(@Nullable Object value) throws IOException {
    if (value == null) {
      out.u8(Wire.NULL);
    } else {
      Kinds.of(value.getClass()).write(value, this);
    }
  }

  /** A part of the value that is being written. */
  void part(@Nullable Object value, String name) throws IOException {
    part(value, name, -1);
  }

  /** An element of the value that is being written. */
  void part(@Nullable Object value, int index) throws IOException {
    part(value, "", index);
  }

  private void part(@Nullable Object value, String name, int index) throws IOException {
    if (depth == Wire.MAX_DEPTH) {
      throw refusal(
          value,
          "it lies deeper than "
              + Wire.MAX_DEPTH
              + " parts within parts; return a flat list, or ids instead of links",
          null);
    }
    if (depth == indexes.length) {
      places = Arrays.copyOf(places, depth * 2);
      indexes = Arrays.copyOf(indexes, depth * 2);
    }
    places[depth] = name;
    indexes[depth] = index;
    depth++;
    value(value);
    depth--;
  }

  /**
   * Writes a reference if the object has a number, else gives it one.
   *
   * @return whether everything about the object has been written
   */
  boolean refers(Object value) throws IOException {
    Numbered known = numbered.get(value);
    if (known == null) {
      numbered.put(value, new Numbered(numbers++, open++));
      return false;
    }
    if (known.open && known.place < outside) {
      throw refusal(
          value,
          "a record or an immutable set inside it refers back to it, and would be built before it is complete; refer by id,"
              + " or use a class instead of the record",
          null);
    }
    out.u8(Wire.REF);
    out.count(known.number);
    return true;
  }

  /** Ends what {@link #refers} began; later references to it are possible only if it is kept. */
  void ends(Object value, boolean kept) {
    open--;
    if (!kept) {
      numbered.remove(value);
      return;
    }
    Numbered known = numbered.get(value);
    if (known != null) {
      known.open = false;
    }
  }

  /** From here on, references to what is open now are refused; gives what {@link #unseal} needs. */
  int seal() {
    int before = outside;
    outside = open;
    return before;
  }

  void unseal(int before) {
    outside = before;
  }

  /** A class by name. */
  void className(Class<?> type) throws IOException {
    Integer index = names.get(type);
    if (index != null) {
      out.count(index);
      return;
    }
    int next = classes();
    out.count(next);
    names.put(type, next);
    out.u8(0);
    out.name(type.getName());
  }

  /** A class by name and fields. */
  void classShape(ClassShape shape) throws IOException {
    Integer index = shapes.get(shape.type());
    if (index != null) {
      out.count(index);
      return;
    }
    int next = classes();
    out.count(next);
    shapes.put(shape.type(), next);
    out.u8(1);
    out.name(shape.type().getName());
    out.count(shape.fields().size());
    for (FieldShape field : shape.fields()) {
      out.name(field.owner());
      out.name(field.name());
      out.name(field.type());
    }
  }

  /** A class whose objects are written by other means than {@link #className} and {@link #classShape}. */
  void contains(Class<?> type) {
    others.add(type);
  }

  /** The names of the classes beyond the platform's among all that was written, in order. */
  SortedSet<String> userClasses() {
    SortedSet<String> found = new TreeSet<>(behindReferences);
    for (Collection<Class<?>> types : List.of(names.keySet(), shapes.keySet(), others)) {
      for (Class<?> type : types) {
        Class<?> element = type;
        while (element.isArray()) {
          element = element.getComponentType();
        }
        if (!element.isPrimitive() && !Jdk.owns(element)) {
          found.add(element.getName());
        }
      }
    }
    return found;
  }

  private int classes() {
    return names.size() + shapes.size();
  }

  String describe(StoredValue value) {
    // What a reader of this result can load behind the reference is part of it.
    behindReferences.addAll(value.classNames());
    return references.describe(value);
  }

  String fileProblem(java.nio.file.Path path) {
    return references.fileProblem(path);
  }

  UnserializableException refusal(
      @Nullable Object value, String reason, @Nullable Throwable cause) {
    StringBuilder path = new StringBuilder("result");
    for (int i = 0; i < depth && path.length() < 400; i++) {
      if (indexes[i] >= 0) {
        path.append('[').append(indexes[i]).append(']');
      } else {
        path.append('.').append(places[i]);
      }
    }
    String type = value == null ? "null" : value.getClass().getTypeName();
    return new UnserializableException(path.toString(), type, reason, cause);
  }
}
