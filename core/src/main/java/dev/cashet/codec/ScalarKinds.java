package dev.cashet.codec;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values: numbers, text, enums, classes and what is kept as text. */
final class ScalarKinds {
  private static final Map<Class<?>, Kind> EXACT = new HashMap<>();

  static {
    EXACT.put(Boolean.class, (v, to) -> to.out.u8((Boolean) v ? Wire.TRUE : Wire.FALSE));
    EXACT.put(Byte.class, ScalarKinds::ofByte);
    EXACT.put(Short.class, ScalarKinds::ofShort);
    EXACT.put(Character.class, ScalarKinds::ofChar);
    EXACT.put(Integer.class, ScalarKinds::ofInt);
    EXACT.put(Long.class, ScalarKinds::ofLong);
    EXACT.put(Float.class, ScalarKinds::ofFloat);
    EXACT.put(Double.class, ScalarKinds::ofDouble);
    EXACT.put(String.class, (v, to) -> text((String) v, to));
    EXACT.put(BigInteger.class, ScalarKinds::ofBigInteger);
    EXACT.put(BigDecimal.class, ScalarKinds::ofBigDecimal);
    EXACT.put(Class.class, ScalarKinds::ofClass);
    for (ScalarKind kind : ScalarKind.values()) {
      EXACT.put(kind.type(), (v, to) -> scalar(kind, v, to));
    }
  }

  private ScalarKinds() {}

  static @Nullable Kind find(Class<?> type) {
    Kind exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (Enum.class.isAssignableFrom(type)) {
      return ScalarKinds::ofEnum;
    }
    if (!Jdk.owns(type)) {
      return null;
    }
    if (ZoneId.class.isAssignableFrom(type)) {
      return EXACT.get(ZoneId.class);
    }
    if (Charset.class.isAssignableFrom(type)) {
      return EXACT.get(Charset.class);
    }
    return Path.class.isAssignableFrom(type) ? ScalarKinds::ofPath : null;
  }

  private static void scalar(ScalarKind kind, Object value, Encoder to) throws IOException {
    String text = kind.toText(value);
    if (kind == ScalarKind.LOCALE || kind == ScalarKind.FILE || kind == ScalarKind.CHARSET) {
      checkWayBack(kind, value, text, to);
    }
    to.out.u8(Wire.SCALAR);
    to.out.u8(kind.ordinal());
    text(text, to);
  }

  private static void checkWayBack(ScalarKind kind, Object value, String text, Encoder to) {
    boolean same;
    try {
      same = kind.fromText(text).equals(value);
    } catch (RuntimeException e) {
      same = false;
    }
    if (!same) {
      throw to.refusal(
          value, "it does not come back from its text " + text + "; return that text", null);
    }
  }

  private static void ofPath(Object value, Encoder to) throws IOException {
    if (((Path) value).getFileSystem() != FileSystems.getDefault()) {
      throw to.refusal(
          value, "its file system may not be there later; return the file's content", null);
    }
    scalar(ScalarKind.PATH, value, to);
  }

  private static void ofByte(Object value, Encoder to) throws IOException {
    to.out.u8(Wire.BYTE);
    to.out.u8((Byte) value);
  }

  private static void ofShort(Object value, Encoder to) throws IOException {
    to.out.u8(Wire.SHORT);
    to.out.i16((Short) value);
  }

  private static void ofChar(Object value, Encoder to) throws IOException {
    to.out.u8(Wire.CHAR);
    to.out.i16((Character) value);
  }

  private static void ofInt(Object value, Encoder to) throws IOException {
    to.out.u8(Wire.INT);
    to.out.signed((Integer) value);
  }

  private static void ofLong(Object value, Encoder to) throws IOException {
    to.out.u8(Wire.LONG);
    to.out.signed((Long) value);
  }

  /** All NaN are one: the JVM itself makes several. */
  private static void ofFloat(Object value, Encoder to) throws IOException {
    to.out.u8(Wire.FLOAT);
    to.out.i32(Float.floatToIntBits((Float) value));
  }

  private static void ofDouble(Object value, Encoder to) throws IOException {
    to.out.u8(Wire.DOUBLE);
    to.out.i64(Double.doubleToLongBits((Double) value));
  }

  static void text(String text, Encoder to) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (isWellFormed(text)) {
      to.out.u8(Wire.TEXT);
      to.out.count(utf8.length);
      to.out.raw(utf8);
      return;
    }
    to.out.u8(Wire.MALFORMED_TEXT);
    to.out.array(
        text.length(), 2, (from, n, bytes) -> bytes.asCharBuffer().put(text, from, from + n));
  }

  private static boolean isWellFormed(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = Character.isHighSurrogate(c)
            && i + 1 < length
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static void ofBigInteger(Object value, Encoder to) throws IOException {
    byte[] bytes = ((BigInteger) value).toByteArray();
    to.out.u8(Wire.BIG_INTEGER);
    to.out.count(bytes.length);
    to.out.raw(bytes);
  }

  private static void ofBigDecimal(Object value, Encoder to) throws IOException {
    BigDecimal decimal = (BigDecimal) value;
    byte[] bytes = decimal.unscaledValue().toByteArray();
    to.out.u8(Wire.BIG_DECIMAL);
    to.out.signed(decimal.scale());
    to.out.count(bytes.length);
    to.out.raw(bytes);
  }

  private static void ofEnum(Object value, Encoder to) throws IOException {
    Enum<?> constant = (Enum<?>) value;
    to.out.u8(Wire.ENUM);
    to.className(constant.getDeclaringClass());
    to.out.name(constant.name());
  }

  private static void ofClass(Object value, Encoder to) throws IOException {
    Class<?> type = (Class<?>) value;
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element.isHidden()) {
      throw to.refusal(value, "a hidden class has no lasting name", null);
    }
    to.out.u8(Wire.CLASS);
    to.className(type);
  }
}
