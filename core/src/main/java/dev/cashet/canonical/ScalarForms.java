package dev.cashet.canonical;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values: numbers, text, enums, classes, and what {@link TextForms} writes as text. */
final class ScalarForms {
  private static final Map<Class<?>, Form> EXACT = new HashMap<>();

  static {
    EXACT.put(Boolean.class, ScalarForms::ofBoolean);
    EXACT.put(Byte.class, ScalarForms::ofByte);
    EXACT.put(Short.class, ScalarForms::ofShort);
    EXACT.put(Character.class, ScalarForms::ofChar);
    EXACT.put(Integer.class, ScalarForms::ofInt);
    EXACT.put(Long.class, ScalarForms::ofLong);
    EXACT.put(Float.class, ScalarForms::ofFloat);
    EXACT.put(Double.class, ScalarForms::ofDouble);
    EXACT.put(String.class, (value, out) -> out.bytes.text((String) value));
    EXACT.put(BigInteger.class, ScalarForms::ofBigInteger);
    EXACT.put(BigDecimal.class, ScalarForms::ofBigDecimal);
    EXACT.put(Class.class, ScalarForms::ofClass);
    TextForms.addTo(EXACT);
  }

  private ScalarForms() {}

  static @Nullable Form find(Class<?> type) {
    Form exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (Enum.class.isAssignableFrom(type)) {
      return ScalarForms::ofEnum;
    }
    return TextForms.find(type);
  }

  private static void ofBoolean(Object value, CanonicalWriter out) {
    out.bytes.u8(Tag.BOOLEAN);
    out.bytes.u8((Boolean) value ? 1 : 0);
  }

  private static void ofByte(Object value, CanonicalWriter out) {
    out.bytes.u8(Tag.BYTE);
    out.bytes.u8((Byte) value);
  }

  private static void ofShort(Object value, CanonicalWriter out) {
    out.bytes.u8(Tag.SHORT);
    out.bytes.i16((Short) value);
  }

  private static void ofChar(Object value, CanonicalWriter out) {
    out.bytes.u8(Tag.CHAR);
    out.bytes.i16((Character) value);
  }

  private static void ofInt(Object value, CanonicalWriter out) {
    out.bytes.tagged32(Tag.INT, (Integer) value);
  }

  private static void ofLong(Object value, CanonicalWriter out) {
    out.bytes.tagged64(Tag.LONG, (Long) value);
  }

  /** All NaN are one: the JVM itself makes several. */
  private static void ofFloat(Object value, CanonicalWriter out) {
    out.bytes.tagged32(Tag.FLOAT, Float.floatToIntBits((Float) value));
  }

  private static void ofDouble(Object value, CanonicalWriter out) {
    out.bytes.tagged64(Tag.DOUBLE, Double.doubleToLongBits((Double) value));
  }

  private static void ofBigInteger(Object value, CanonicalWriter out) {
    byte[] bytes = ((BigInteger) value).toByteArray();
    out.bytes.plain(Tag.BIG_INTEGER, bytes.length, bytes);
  }

  /** The rest of the encoding is as long as the group around it says, so the scale takes the place of a length. */
  private static void ofBigDecimal(Object value, CanonicalWriter out) {
    BigDecimal decimal = (BigDecimal) value;
    out.bytes.u8(Tag.BIG_DECIMAL);
    out.bytes.i32(decimal.scale());
    ofBigInteger(decimal.unscaledValue(), out);
  }

  private static void ofEnum(Object value, CanonicalWriter out) {
    Enum<?> constant = (Enum<?>) value;
    Class<?> type = constant.getDeclaringClass();
    if (!Platform.owns(type)) {
      out.instance(type);
      out.instance(constant.getClass());
    }
    out.bytes.u8(Tag.ENUM);
    out.bytes.name(type.getName());
    out.bytes.name(constant.name());
  }

  private static void ofClass(Object value, CanonicalWriter out) {
    Class<?> type = (Class<?>) value;
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element.isHidden()) {
      throw out.refusal(
          Class.class,
          "a hidden class has no lasting name; pass an object that makes it, or its name");
    }
    if (!Platform.owns(element)) {
      out.instance(element);
    }
    out.bytes.u8(Tag.CLASS);
    out.bytes.name(type.getName());
  }
}
