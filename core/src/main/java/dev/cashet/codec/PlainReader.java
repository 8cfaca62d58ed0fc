package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The standard format as a plain tree (docs/format/plain.md): {@code null}, boxed primitives, texts and arrays of
 * primitives stand for themselves, everything else is an {@code Object[]} that begins with the name of its kind. Loses
 * nothing, so that {@link PlainWriter} gives the same bytes again.
 */
final class PlainReader {
  private final Source in;
  private final List<WireClass> classes = new ArrayList<>();
  private int depth;

  private PlainReader(Source in) {
    this.in = in;
  }

  static @Nullable Object read(InputStream stream) throws IOException {
    Source in = new Source(stream);
    CashetCodec.header(in);
    Object tree = new PlainReader(in).part();
    if (!in.isAtEnd()) {
      throw in.malformed("there is more than one value");
    }
    return tree;
  }

  private @Nullable Object part() throws IOException {
    if (++depth > Wire.MAX_DEPTH + 1) {
      throw in.malformed("parts lie deeper within parts than " + Wire.MAX_DEPTH);
    }
    Object value = value(in.u8());
    depth--;
    return value;
  }

  private @Nullable Object value(int tag) throws IOException {
    return switch (tag) {
      case Wire.NULL -> null;
      case Wire.REF -> node("ref", in.count());
      case Wire.FALSE -> false;
      case Wire.TRUE -> true;
      case Wire.BYTE -> (byte) in.u8();
      case Wire.SHORT -> in.i16();
      case Wire.CHAR -> (char) in.i16();
      case Wire.INT -> in.int32();
      case Wire.LONG -> in.signed();
      case Wire.FLOAT -> Float.intBitsToFloat(in.i32());
      case Wire.DOUBLE -> Double.longBitsToDouble(in.i64());
      case Wire.TEXT, Wire.MALFORMED_TEXT -> ScalarReader.text(tag, in);
      case Wire.BIG_INTEGER -> node("integer", in.raw(in.count()));
      case Wire.BIG_DECIMAL -> node("decimal", in.int32(), in.raw(in.count()));
      case Wire.ENUM -> node("enum", className(), in.name());
      case Wire.CLASS -> node("class", className());
      case Wire.SCALAR -> node("text", lower(ScalarKind.of(in.u8())), text());
      case Wire.JAVA -> node("java", className(), in.raw(in.count()));
      case Wire.STORED -> node("stored", in.raw(dev.cashet.model.Digest.BYTES), in.name());
      case Wire.OBJECT, Wire.RECORD -> structure(tag);
      case Wire.BYTE_STREAM -> throw in.malformed("there is a stream");
      case Wire.FILE ->
        throw in.malformed("there is a file, which the standard serializer alone carries");
      default -> tag >> 4 == 2 && tag != Wire.ARRAY ? ArrayReader.numbers(tag, in) : group(tag);
    };
  }

  private String text() throws IOException {
    return ScalarReader.text(in.u8(), in);
  }

  private static Object[] node(Object... parts) {
    return parts;
  }

  private Object[] group(int tag) throws IOException {
    return switch (tag) {
      case Wire.ARRAY -> parts("array", className(), 1);
      case Wire.LIST -> parts("list", lower(ListKind.of(in.u8())), 1);
      case Wire.SET -> parts("set", lower(SetKind.of(in.u8())), 1);
      case Wire.MAP -> parts("map", lower(MapKind.of(in.u8())), 2);
      case Wire.HOLDER -> parts("holder", lower(HolderKind.of(in.u8())), 1);
      case Wire.ENUM_SET -> constants("enum_set", false);
      case Wire.ENUM_MAP -> constants("enum_map", true);
      default ->
        throw in.malformed("there is an unknown kind of value, " + Integer.toHexString(tag));
    };
  }

  private String lower(@Nullable Enum<?> kind) {
    if (kind == null) {
      throw in.malformed("there is an unknown kind of value");
    }
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Object[] parts(String name, Object kind, int each) throws IOException {
    List<@Nullable Object> parts = begin(name, kind);
    int count = in.count();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < each; j++) {
        parts.add(part());
      }
    }
    return parts.toArray();
  }

  private Object[] constants(String name, boolean map) throws IOException {
    List<@Nullable Object> parts = begin(name, className());
    int count = in.count();
    for (int i = 0; i < count; i++) {
      parts.add(in.name());
      if (map) {
        parts.add(part());
      }
    }
    return parts.toArray();
  }

  private static List<@Nullable Object> begin(String name, Object kind) {
    List<@Nullable Object> parts = new ArrayList<>();
    parts.add(name);
    parts.add(kind);
    return parts;
  }

  private Object[] structure(int tag) throws IOException {
    int known = classes.size();
    int index = WireClass.read(in, classes);
    WireClass type = classes.get(index);
    List<@Nullable Object> parts =
        begin(tag == Wire.RECORD ? "record" : "object", className(index, known));
    for (FieldShape field : type.fields()) {
      Object primitive = PrimitiveFields.read(field.type(), in);
      parts.add(primitive != null ? primitive : part());
    }
    return parts.toArray();
  }

  private Object className() throws IOException {
    int known = classes.size();
    return className(WireClass.read(in, classes), known);
  }

  /** A class that is known by its number; a new one by its name, or by an array of name and fields. */
  private Object className(int index, int known) {
    if (index < known) {
      return index;
    }
    WireClass type = classes.get(index);
    if (!type.shaped()) {
      return type.name();
    }
    List<Object> parts = new ArrayList<>();
    parts.add(type.name());
    for (FieldShape field : type.fields()) {
      parts.add(field.owner());
      parts.add(field.name());
      parts.add(field.type());
    }
    return parts.toArray();
  }
}
