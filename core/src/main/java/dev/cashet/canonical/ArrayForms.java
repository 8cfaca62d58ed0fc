package dev.cashet.canonical;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Arrays: numbers in one piece, objects as groups with the name of the component type. */
final class ArrayForms {
  private ArrayForms() {}

  static @Nullable Form find(Class<?> type) {
    Class<?> component = type.getComponentType();
    if (component == null) {
      return null;
    }
    return component.isPrimitive() ? ofPrimitives(component) : ArrayForms::ofObjects;
  }

  private static Form ofPrimitives(Class<?> component) {
    if (component == double.class) {
      return ArrayForms::ofDoubles;
    }
    if (component == int.class) {
      return ArrayForms::ofInts;
    }
    if (component == long.class) {
      return ArrayForms::ofLongs;
    }
    if (component == byte.class) {
      return ArrayForms::ofBytes;
    }
    if (component == float.class) {
      return ArrayForms::ofFloats;
    }
    if (component == boolean.class) {
      return ArrayForms::ofBooleans;
    }
    return component == char.class ? ArrayForms::ofChars : ArrayForms::ofShorts;
  }

  private static void ofObjects(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.ARRAY)) {
      Object[] array = (Object[]) value;
      out.bytes.name(value.getClass().getComponentType().getName());
      out.children(array.length, Children.of(array));
    }
  }

  private static void ofBytes(Object value, CanonicalWriter out) {
    byte[] array = (byte[]) value;
    out.bytes.plain(Tag.BYTE_ARRAY, array.length, array);
  }

  private static void ofInts(Object value, CanonicalWriter out) {
    int[] array = (int[]) value;
    out.bytes.array(
        Tag.INT_ARRAY,
        array.length,
        4,
        (from, count, to) -> to.asIntBuffer().put(array, from, count));
  }

  private static void ofLongs(Object value, CanonicalWriter out) {
    long[] array = (long[]) value;
    out.bytes.array(
        Tag.LONG_ARRAY,
        array.length,
        8,
        (from, count, to) -> to.asLongBuffer().put(array, from, count));
  }

  private static void ofShorts(Object value, CanonicalWriter out) {
    short[] array = (short[]) value;
    out.bytes.array(
        Tag.SHORT_ARRAY,
        array.length,
        2,
        (from, count, to) -> to.asShortBuffer().put(array, from, count));
  }

  private static void ofChars(Object value, CanonicalWriter out) {
    char[] array = (char[]) value;
    out.bytes.array(
        Tag.CHAR_ARRAY,
        array.length,
        2,
        (from, count, to) -> to.asCharBuffer().put(array, from, count));
  }

  private static void ofBooleans(Object value, CanonicalWriter out) {
    boolean[] array = (boolean[]) value;
    out.bytes.array(Tag.BOOLEAN_ARRAY, array.length, 1, (from, count, to) -> {
      for (int i = from; i < from + count; i++) {
        to.put((byte) (array[i] ? 1 : 0));
      }
    });
  }

  private static void ofFloats(Object value, CanonicalWriter out) {
    float[] array = (float[]) value;
    out.bytes.array(
        Tag.FLOAT_ARRAY, array.length, 4, (from, count, to) -> copy(array, from, count, to));
  }

  private static void ofDoubles(Object value, CanonicalWriter out) {
    double[] array = (double[]) value;
    out.bytes.array(
        Tag.DOUBLE_ARRAY, array.length, 8, (from, count, to) -> copy(array, from, count, to));
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
