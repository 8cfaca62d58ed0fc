package dev.cashet.codec;

import dev.cashet.model.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plain tree that is not trusted as the standard format, for its reader to judge: what {@link PlainReader} made gives the
 * same bytes again. Makes nothing but bytes, in proportion to the tree.
 */
final class PlainWriter {
  private static final Set<Class<?>> LEAVES = Set.of(
      Boolean.class,
      Byte.class,
      Short.class,
      Character.class,
      Integer.class,
      Long.class,
      Float.class,
      Double.class,
      String.class,
      boolean[].class,
      byte[].class,
      short[].class,
      char[].class,
      int[].class,
      long[].class,
      float[].class,
      double[].class);

  private final Sink out;
  private final Encoder leaves;
  private final List<WireClass> classes = new ArrayList<>();
  private int depth;

  private PlainWriter(Sink out) {
    this.out = out;
    this.leaves = new Encoder(out, new DetachedResult.Format());
  }

  static byte[] write(@Nullable Object tree) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Sink sink = new Sink(bytes);
    sink.i32(Wire.MAGIC);
    sink.u8(Wire.VERSION);
    new PlainWriter(sink).value(tree);
    sink.flush();
    return bytes.toByteArray();
  }

  private void value(@Nullable Object tree) throws IOException {
    if (++depth > Wire.MAX_DEPTH + 1) {
      throw PlainNode.malformed("its parts lie deeper within parts than " + Wire.MAX_DEPTH);
    }
    if (tree == null || LEAVES.contains(tree.getClass())) {
      leaves.value(tree);
    } else if (tree.getClass() == Object[].class) {
      node(new PlainNode((@Nullable Object[]) tree));
    } else {
      throw PlainNode.malformed("there is a " + tree.getClass().getTypeName());
    }
    depth--;
  }

  private void node(PlainNode node) throws IOException {
    String name = node.text();
    switch (name) {
      case "ref" -> {
        out.u8(Wire.REF);
        out.count(node.count());
      }
      case "integer" -> {
        out.u8(Wire.BIG_INTEGER);
        bytes(node.bytes());
      }
      case "decimal" -> {
        out.u8(Wire.BIG_DECIMAL);
        out.signed(node.number());
        bytes(node.bytes());
      }
      case "enum" -> {
        out.u8(Wire.ENUM);
        className(node);
        out.name(node.text());
      }
      case "class" -> {
        out.u8(Wire.CLASS);
        className(node);
      }
      case "text" -> {
        out.u8(Wire.SCALAR);
        out.u8(kind(ScalarKind.class, node));
        leaves.value(node.text());
      }
      case "java" -> {
        out.u8(Wire.JAVA);
        className(node);
        bytes(node.bytes());
      }
      case "stored" -> {
        out.u8(Wire.STORED);
        byte[] digest = node.bytes();
        if (digest.length != Digest.BYTES) {
          throw PlainNode.malformed("a digest has " + digest.length + " bytes");
        }
        out.raw(digest);
        out.name(node.text());
      }
      case "record", "object" -> structure(name.equals("record") ? Wire.RECORD : Wire.OBJECT, node);
      default -> group(name, node);
    }
    node.end();
  }

  private void bytes(byte[] bytes) throws IOException {
    out.count(bytes.length);
    out.raw(bytes);
  }

  private void group(String name, PlainNode node) throws IOException {
    switch (name) {
      case "array" -> {
        out.u8(Wire.ARRAY);
        className(node);
        parts(node, 1);
      }
      case "list" -> {
        out.u8(Wire.LIST);
        out.u8(kind(ListKind.class, node));
        parts(node, 1);
      }
      case "set" -> {
        out.u8(Wire.SET);
        out.u8(kind(SetKind.class, node));
        parts(node, 1);
      }
      case "map" -> {
        out.u8(Wire.MAP);
        out.u8(kind(MapKind.class, node));
        parts(node, 2);
      }
      case "holder" -> {
        out.u8(Wire.HOLDER);
        out.u8(kind(HolderKind.class, node));
        parts(node, 1);
      }
      case "enum_set" -> constants(Wire.ENUM_SET, node, false);
      case "enum_map" -> constants(Wire.ENUM_MAP, node, true);
      default -> throw PlainNode.malformed("there is an unknown kind of value");
    }
  }

  private static <K extends Enum<K>> int kind(Class<K> type, PlainNode node) {
    try {
      return Enum.valueOf(type, node.text().toUpperCase(Locale.ROOT)).ordinal();
    } catch (IllegalArgumentException e) {
      throw PlainNode.malformed("there is an unknown kind of value");
    }
  }

  private void parts(PlainNode node, int each) throws IOException {
    out.count(node.left(each));
    while (node.hasNext()) {
      value(node.next());
    }
  }

  private void constants(int tag, PlainNode node, boolean map) throws IOException {
    out.u8(tag);
    className(node);
    out.count(node.left(map ? 2 : 1));
    while (node.hasNext()) {
      out.name(node.text());
      if (map) {
        value(node.next());
      }
    }
  }

  private void structure(int tag, PlainNode node) throws IOException {
    out.u8(tag);
    for (FieldShape field : className(node).fields()) {
      Object content = node.next();
      Class<?> primitive = PrimitiveFields.boxed(field.type());
      if (primitive == null) {
        value(content);
      } else if (primitive.isInstance(content)) {
        PrimitiveFields.write(primitive.cast(content), out);
      } else {
        throw PlainNode.malformed("a field is no " + field.type());
      }
    }
  }

  private WireClass className(PlainNode node) throws IOException {
    Object given = node.next();
    if (given instanceof Integer index) {
      if (index < 0 || index >= classes.size()) {
        throw PlainNode.malformed("class " + index + " is not known yet");
      }
      out.count(index);
      return classes.get(index);
    }
    WireClass type = given instanceof String name
        ? new WireClass(name, false, List.of())
        : PlainNode.of(given).shape();
    out.count(classes.size());
    classes.add(type);
    out.u8(type.shaped() ? 1 : 0);
    out.name(type.name());
    if (type.shaped()) {
      out.count(type.fields().size());
    }
    for (FieldShape field : type.fields()) {
      out.name(field.owner());
      out.name(field.name());
      out.name(field.type());
    }
    return type;
  }
}
