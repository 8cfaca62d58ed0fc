package dev.cashet.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Fields of primitive types: their descriptor says what they are, so no tag stands before them. */
final class PrimitiveFields {
  private PrimitiveFields() {}

  static void write(Object value, Sink out) throws IOException {
    if (value instanceof Integer number) {
      out.signed(number);
    } else if (value instanceof Long number) {
      out.signed(number);
    } else if (value instanceof Double number) {
      out.i64(Double.doubleToLongBits(number));
    } else if (value instanceof Boolean flag) {
      out.u8(flag ? 1 : 0);
    } else if (value instanceof Float number) {
      out.i32(Float.floatToIntBits(number));
    } else if (value instanceof Byte number) {
      out.u8(number);
    } else if (value instanceof Short number) {
      out.i16(number);
    } else {
      out.i16((Character) value);
    }
  }

  /** The class of boxed values of this type; null if the type is not primitive. */
  static @Nullable Class<?> boxed(String type) {
    return switch (type) {
      case "int" -> Integer.class;
      case "long" -> Long.class;
      case "double" -> Double.class;
      case "boolean" -> Boolean.class;
      case "float" -> Float.class;
      case "byte" -> Byte.class;
      case "short" -> Short.class;
      case "char" -> Character.class;
      default -> null;
    };
  }

  /** The value of a field of this type; null if the type is not primitive. */
  static @Nullable Object read(String type, Source in) throws IOException {
    return switch (type) {
      case "int" -> in.int32();
      case "long" -> in.signed();
      case "double" -> Double.longBitsToDouble(in.i64());
      case "boolean" -> in.u8() != 0;
      case "float" -> Float.intBitsToFloat(in.i32());
      case "byte" -> (byte) in.u8();
      case "short" -> in.i16();
      case "char" -> (char) in.i16();
      default -> null;
    };
  }
}
