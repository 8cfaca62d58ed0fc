package dev.cashet.codec;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Plain values. */
final class ScalarReader {
  private ScalarReader() {}

  static Object read(int tag, Decoder from) throws IOException {
    Source in = from.in;
    return switch (tag) {
      case Wire.FALSE -> false;
      case Wire.TRUE -> true;
      case Wire.BYTE -> (byte) in.u8();
      case Wire.SHORT -> in.i16();
      case Wire.CHAR -> (char) in.i16();
      case Wire.INT -> in.int32();
      case Wire.LONG -> in.signed();
      case Wire.FLOAT -> Float.intBitsToFloat(in.i32());
      case Wire.DOUBLE -> Double.longBitsToDouble(in.i64());
      case Wire.TEXT, Wire.MALFORMED_TEXT -> text(tag, in);
      case Wire.BIG_INTEGER -> bigInteger(in);
      case Wire.BIG_DECIMAL -> {
        int scale = in.int32();
        yield new BigDecimal(bigInteger(in), scale);
      }
      case Wire.ENUM -> constant(from.namedClass(), in.name());
      case Wire.CLASS -> from.namedClass();
      case Wire.SCALAR -> scalar(in);
      default -> throw from.unknown(tag);
    };
  }

  static String text(int tag, Source in) throws IOException {
    if (tag == Wire.TEXT) {
      return in.name();
    }
    if (tag != Wire.MALFORMED_TEXT) {
      throw in.malformed("there is no text where there must be one");
    }
    return new String(ArrayReader.chars(in));
  }

  static BigInteger bigInteger(Source in) throws IOException {
    byte[] bytes = in.raw(in.count());
    if (bytes.length == 0) {
      throw in.malformed("a whole number has no bytes");
    }
    return new BigInteger(bytes);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static Enum<?> constant(Class<?> type, String name) {
    if (!type.isEnum()) {
      throw new UnreadableResultException(
          "cannot read a stored result: " + type.getName() + " was an enum and is none", null);
    }
    try {
      return Enum.valueOf((Class) type, name);
    } catch (IllegalArgumentException e) {
      throw new UnreadableResultException(
          "cannot read a stored result: " + type.getName() + " has no constant " + name, e);
    }
  }

  private static Object scalar(Source in) throws IOException {
    int number = in.u8();
    ScalarKind kind = ScalarKind.of(number);
    if (kind == null) {
      throw in.malformed("there is an unknown kind of text, " + number);
    }
    String text = text(in.u8(), in);
    try {
      return kind.fromText(text);
    } catch (RuntimeException e) {
      throw in.malformed("a " + kind.type().getName() + " is not well-formed");
    }
  }
}
