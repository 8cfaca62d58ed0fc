package dev.cashet.codec;

import dev.cashet.model.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Bytes as nodes. */
final class TreeReader {
  /** What is shown of bytes that have no other text. */
  private static final int MAX_SHOWN = 1 << 20;

  private final Source in;
  private final Supplier<InputStream> blob;
  private final List<StoredFile> files;
  private final List<WireClass> classes = new ArrayList<>();
  private int numbers;
  private int depth;

  private TreeReader(Source in, Supplier<InputStream> blob, List<StoredFile> files) {
    this.in = in;
    this.blob = blob;
    this.files = files;
  }

  static ValueTree read(InputStream stream) throws IOException {
    return read(stream, InputStream::nullInputStream, new ArrayList<>());
  }

  /** The same, with the files that lie in it; a file that is the whole result is not read. */
  static ValueTree read(InputStream stream, Supplier<InputStream> blob, List<StoredFile> files)
      throws IOException {
    Source in = new Source(stream);
    CashetCodec.header(in);
    int tag = in.u8();
    if (tag == Wire.BYTE_STREAM) {
      return bytes(in);
    }
    TreeReader reader = new TreeReader(in, blob, files);
    if (tag == Wire.FILE) {
      return reader.fileHead();
    }
    ValueTree tree = reader.value(tag);
    if (!in.isAtEnd()) {
      throw in.malformed("there is more than one value");
    }
    return tree;
  }

  private static ValueTree bytes(Source in) throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    long start = in.position();
    while (!in.isAtEnd()) {
      int next = in.u8();
      if (shown.size() <= MAX_SHOWN) {
        shown.write(next);
      }
    }
    return opaque("java.io.InputStream", in.position() - start, shown.toByteArray());
  }

  private static ValueTree opaque(String type, long size, byte[] bytes) {
    String text = bytes.length > MAX_SHOWN ? "" : Base64.getEncoder().encodeToString(bytes);
    return new ValueTree.Opaque(type, size, text);
  }

  private ValueTree part() throws IOException {
    return value(in.u8());
  }

  private ValueTree value(int tag) throws IOException {
    if (++depth > Wire.MAX_DEPTH + 1) {
      throw in.malformed("parts lie deeper within parts than " + Wire.MAX_DEPTH);
    }
    ValueTree value = switch (tag >> 4) {
      case 0 -> nothing(tag);
      case 1 -> plain(tag);
      case 2 -> array(tag);
      case 3 -> collection(tag);
      case 4 -> object(tag);
      default -> throw unknown(tag);
    };
    depth--;
    return value;
  }

  private UnreadableResultException unknown(int tag) {
    return in.malformed("there is an unknown kind of value, " + Integer.toHexString(tag));
  }

  private ValueTree nothing(int tag) throws IOException {
    if (tag == Wire.NULL) {
      return new ValueTree.Nothing();
    }
    if (tag != Wire.REF) {
      throw unknown(tag);
    }
    int number = in.count();
    if (number >= numbers) {
      throw in.malformed("it refers to an object that is not there");
    }
    return new ValueTree.Back(number);
  }

  private ValueTree plain(int tag) throws IOException {
    return switch (tag) {
      case Wire.FALSE -> new ValueTree.Simple("boolean", false);
      case Wire.TRUE -> new ValueTree.Simple("boolean", true);
      case Wire.BYTE -> new ValueTree.Simple("byte", (byte) in.u8());
      case Wire.SHORT -> new ValueTree.Simple("short", in.i16());
      case Wire.CHAR -> new ValueTree.Simple("char", String.valueOf((char) in.i16()));
      case Wire.INT -> new ValueTree.Simple("int", in.int32());
      case Wire.LONG -> new ValueTree.Simple("long", in.signed());
      case Wire.FLOAT -> new ValueTree.Simple("float", Float.intBitsToFloat(in.i32()));
      case Wire.DOUBLE -> new ValueTree.Simple("double", Double.longBitsToDouble(in.i64()));
      case Wire.TEXT, Wire.MALFORMED_TEXT ->
        new ValueTree.Simple("java.lang.String", ScalarReader.text(tag, in));
      case Wire.BIG_INTEGER ->
        new ValueTree.Simple("java.math.BigInteger", ScalarReader.bigInteger(in));
      case Wire.BIG_DECIMAL -> {
        int scale = in.int32();
        BigDecimal decimal = new BigDecimal(ScalarReader.bigInteger(in), scale);
        yield new ValueTree.Simple("java.math.BigDecimal", decimal);
      }
      case Wire.ENUM -> new ValueTree.Simple(className(), in.name());
      case Wire.CLASS -> new ValueTree.Simple("java.lang.Class", className());
      case Wire.SCALAR -> scalar();
      default -> throw unknown(tag);
    };
  }

  private ValueTree scalar() throws IOException {
    int number = in.u8();
    ScalarKind kind = ScalarKind.of(number);
    if (kind == null) {
      throw in.malformed("there is an unknown kind of text, " + number);
    }
    return new ValueTree.Simple(kind.type().getName(), kind.shown(ScalarReader.text(in.u8(), in)));
  }

  private String className() throws IOException {
    return classes.get(WireClass.read(in, classes)).name();
  }

  private ValueTree array(int tag) throws IOException {
    if (tag != Wire.ARRAY) {
      return new ValueTree.Numbers(ArrayReader.numbers(tag, in));
    }
    String component = className();
    int count = in.count();
    int number = numbers++;
    return new ValueTree.Sequence(component, number, parts(count));
  }

  private List<ValueTree> parts(int count) throws IOException {
    List<ValueTree> parts = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      parts.add(part());
    }
    return parts;
  }

  private ValueTree collection(int tag) throws IOException {
    return switch (tag) {
      case Wire.LIST -> {
        ListKind kind = known(ListKind.of(in.u8()));
        int number = kind.canHoldItself() ? numbers++ : -1;
        yield new ValueTree.Sequence(lower(kind), number, parts(in.count()));
      }
      case Wire.SET -> {
        SetKind kind = known(SetKind.of(in.u8()));
        int number = kind.canHoldItself() ? numbers++ : -1;
        yield new ValueTree.Sequence(lower(kind) + "_set", number, parts(in.count()));
      }
      case Wire.MAP -> {
        MapKind kind = known(MapKind.of(in.u8()));
        int number = kind.canHoldItself() ? numbers++ : -1;
        yield new ValueTree.Mapping(lower(kind), number, pairs());
      }
      case Wire.ENUM_SET -> {
        String type = className();
        int count = in.count();
        List<ValueTree> constants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          constants.add(new ValueTree.Simple(type, in.name()));
        }
        yield new ValueTree.Sequence("enum_set", numbers++, constants);
      }
      case Wire.ENUM_MAP -> {
        String type = className();
        int number = numbers++;
        int count = in.count();
        List<ValueTree.Pair> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          entries.add(new ValueTree.Pair(new ValueTree.Simple(type, in.name()), part()));
        }
        yield new ValueTree.Mapping("enum_map", number, entries);
      }
      case Wire.HOLDER -> holder();
      default -> throw unknown(tag);
    };
  }

  private <T> T known(@org.jspecify.annotations.Nullable T kind) {
    if (kind == null) {
      throw in.malformed("there is an unknown kind of collection");
    }
    return kind;
  }

  private static String lower(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private List<ValueTree.Pair> pairs() throws IOException {
    int count = in.count();
    List<ValueTree.Pair> entries = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      entries.add(new ValueTree.Pair(part(), part()));
    }
    return entries;
  }

  /** What an optional or an atomic holds stands for it. */
  private ValueTree holder() throws IOException {
    HolderKind kind = known(HolderKind.of(in.u8()));
    List<ValueTree> parts = parts(in.count());
    if (parts.isEmpty()) {
      return new ValueTree.Nothing();
    }
    return parts.size() == 1 ? parts.get(0) : new ValueTree.Sequence(lower(kind), -1, parts);
  }

  private ValueTree object(int tag) throws IOException {
    return switch (tag) {
      case Wire.STORED -> {
        Digest blob = Digest.of(in.raw(Digest.BYTES));
        yield new ValueTree.Stored(blob.hex(), in.name());
      }
      case Wire.JAVA -> {
        String type = className();
        byte[] bytes = in.raw(in.count());
        yield opaque(type, bytes.length, bytes);
      }
      case Wire.FILE -> {
        ValueTree.File file = fileHead();
        in.skip(file.size());
        yield file;
      }
      case Wire.RECORD, Wire.OBJECT -> structure(tag == Wire.OBJECT);
      default -> throw unknown(tag);
    };
  }

  private ValueTree.File fileHead() throws IOException {
    StoredFile file = StoredFile.head(in, blob);
    files.add(file);
    return new ValueTree.File(
        file.path().toString(), file.sizeBytes(), file.digest().hex(), file.isExecutable());
  }

  private ValueTree structure(boolean isNumbered) throws IOException {
    WireClass type = classes.get(WireClass.read(in, classes));
    int number = isNumbered ? numbers++ : -1;
    List<ValueTree.Field> fields = new ArrayList<>();
    for (FieldShape field : type.fields()) {
      Object primitive = PrimitiveFields.read(field.type(), in);
      ValueTree value = primitive == null ? part() : simple(field.type(), primitive);
      fields.add(new ValueTree.Field(field.name(), value));
    }
    return new ValueTree.Structure(type.name(), number, fields);
  }

  private static ValueTree simple(String type, Object primitive) {
    return new ValueTree.Simple(
        type, primitive instanceof Character c ? String.valueOf(c) : primitive);
  }
}
