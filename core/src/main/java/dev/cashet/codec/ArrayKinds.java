package dev.cashet.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays: numbers in one piece, others element by element. */
final class ArrayKinds {
  private static final Map<Class<?>, Kind> PRIMITIVE = Map.of(
      boolean[].class, ArrayKinds::ofBooleans,
      byte[].class, ArrayKinds::ofBytes,
      short[].class, ArrayKinds::ofShorts,
      char[].class, ArrayKinds::ofChars,
      int[].class, ArrayKinds::ofInts,
      long[].class, ArrayKinds::ofLongs,
      float[].class, ArrayKinds::ofFloats,
      double[].class, ArrayKinds::ofDoubles);

  private ArrayKinds() {}

  static @Nullable Kind find(Class<?> type) {
    if (!type.isArray()) {
      return null;
    }
    Kind primitive = PRIMITIVE.get(type);
    return primitive == null ? ArrayKinds::ofObjects : primitive;
  }

  private static void ofObjects(Object value, Encoder to) throws IOException {
    if (to.refers(value)) {
      return;
    }
    Object[] array = (Object[]) value;
    Class<?> component = array.getClass().getComponentType();
    if (component.isHidden()) {
      throw to.refusal(value, "its element class is hidden and has no lasting name", null);
    }
    to.out.u8(Wire.ARRAY);
    to.className(component);
    to.out.count(array.length);
    for (int i = 0; i < array.length; i++) {
      to.part(array[i], i);
    }
    to.ends(value, false);
  }

  private static void ofBytes(Object value, Encoder to) throws IOException {
    byte[] array = (byte[]) value;
    to.out.u8(Wire.BYTE_ARRAY);
    to.out.count(array.length);
    to.out.raw(array);
  }

  private static void ofBooleans(Object value, Encoder to) throws IOException {
    boolean[] array = (boolean[]) value;
    to.out.u8(Wire.BOOLEAN_ARRAY);
    to.out.array(array.length, 1, (from, count, bytes) -> {
      for (int i = from; i < from + count; i++) {
        bytes.put((byte) (array[i] ? 1 : 0));
      }
    });
  }

  private static void ofShorts(Object value, Encoder to) throws IOException {
    short[] array = (short[]) value;
    to.out.u8(Wire.SHORT_ARRAY);
    to.out.array(array.length, 2, (from, n, bytes) -> bytes.asShortBuffer().put(array, from, n));
  }

  private static void ofChars(Object value, Encoder to) throws IOException {
    char[] array = (char[]) value;
    to.out.u8(Wire.CHAR_ARRAY);
    to.out.array(array.length, 2, (from, n, bytes) -> bytes.asCharBuffer().put(array, from, n));
  }

  private static void ofInts(Object value, Encoder to) throws IOException {
    int[] array = (int[]) value;
    to.out.u8(Wire.INT_ARRAY);
    to.out.array(array.length, 4, (from, n, bytes) -> bytes.asIntBuffer().put(array, from, n));
  }

  private static void ofLongs(Object value, Encoder to) throws IOException {
    long[] array = (long[]) value;
    to.out.u8(Wire.LONG_ARRAY);
    to.out.array(array.length, 8, (from, n, bytes) -> bytes.asLongBuffer().put(array, from, n));
  }

  private static void ofFloats(Object value, Encoder to) throws IOException {
    float[] array = (float[]) value;
    to.out.u8(Wire.FLOAT_ARRAY);
    to.out.array(array.length, 4, (from, n, bytes) -> copy(array, from, n, bytes));
  }

  private static void ofDoubles(Object value, Encoder to) throws IOException {
    double[] array = (double[]) value;
    to.out.u8(Wire.DOUBLE_ARRAY);
    to.out.array(array.length, 8, (from, n, bytes) -> copy(array, from, n, bytes));
  }

  /** In one piece, unless there is a NaN, whose bits may be any of many. */
  private static void copy(double[] array, int from, int count, ByteBuffer to) {
    boolean plain = true;
    for (int i = from; i < from + count; i++) {
      plain &= !Double.isNaN(array[i]);
    }
    if (plain) {
      to.asDoubleBuffer().put(array, from, count);
      return;
    }
    for (int i = from; i < from + count; i++) {
      to.putLong(Double.doubleToLongBits(array[i]));
    }
  }

  private static void copy(float[] array, int from, int count, ByteBuffer to) {
    boolean plain = true;
    for (int i = from; i < from + count; i++) {
      plain &= !Float.isNaN(array[i]);
    }
    if (plain) {
      to.asFloatBuffer().put(array, from, count);
      return;
    }
    for (int i = from; i < from + count; i++) {
      to.putInt(Float.floatToIntBits(array[i]));
    }
  }
}
