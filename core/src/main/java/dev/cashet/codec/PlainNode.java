package dev.cashet.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of one node of a plain tree that is not trusted, one after the other. */
final class PlainNode {
  private final @Nullable Object[] parts;
  private int at;

  PlainNode(@Nullable Object[] parts) {
    this.parts = parts;
  }

  static PlainNode of(@Nullable Object node) {
    if (node != null && node.getClass() == Object[].class) {
      return new PlainNode((@Nullable Object[]) node);
    }
    throw malformed("there is no node where there must be one");
  }

  static UnreadableResultException malformed(String what) {
    return new UnreadableResultException("cannot read a stored result: " + what, null);
  }

  boolean hasNext() {
    return at < parts.length;
  }

  @Nullable
  Object next() {
    if (!hasNext()) {
      throw malformed("a node ends too early");
    }
    return parts[at++];
  }

  /** How many groups of so many parts are left. */
  int left(int each) {
    int left = parts.length - at;
    if (left % each != 0) {
      throw malformed("a node ends too early");
    }
    return left / each;
  }

  void end() {
    if (hasNext()) {
      throw malformed("a node has too many parts");
    }
  }

  String text() {
    return part(String.class);
  }

  int number() {
    return part(Integer.class);
  }

  int count() {
    int number = number();
    if (number < 0) {
      throw malformed("a number is below zero");
    }
    return number;
  }

  byte[] bytes() {
    return part(byte[].class);
  }

  /** A class with its fields. */
  WireClass shape() {
    String name = text();
    List<FieldShape> fields = new ArrayList<>();
    while (hasNext()) {
      fields.add(new FieldShape(text(), text(), text()));
    }
    return new WireClass(name, true, fields);
  }

  private <T> T part(Class<T> type) {
    Object part = next();
    if (!type.isInstance(part)) {
      throw malformed("a part is no " + type.getTypeName());
    }
    return type.cast(part);
  }
}
