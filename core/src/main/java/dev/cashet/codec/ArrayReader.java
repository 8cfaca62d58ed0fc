package dev.cashet.codec;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arrays; they grow with what has been read, not with what is claimed. */
final class ArrayReader {
  /** Elements that are made room for before they have been read. */
  private static final int AT_ONCE = 1 << 12;

  private ArrayReader() {}

  static Object read(int tag, Decoder from) throws IOException {
    return tag == Wire.ARRAY ? objects(from) : numbers(tag, from.in);
  }

  /** An array of a primitive type. */
  static Object numbers(int tag, Source in) throws IOException {
    return switch (tag) {
      case Wire.BOOLEAN_ARRAY -> booleans(in);
      case Wire.BYTE_ARRAY -> in.raw(in.count());
      case Wire.SHORT_ARRAY -> shorts(in);
      case Wire.CHAR_ARRAY -> chars(in);
      case Wire.INT_ARRAY -> ints(in);
      case Wire.LONG_ARRAY -> longs(in);
      case Wire.FLOAT_ARRAY -> floats(in);
      case Wire.DOUBLE_ARRAY -> doubles(in);
      default -> throw in.malformed("there is an unknown kind of array, " + tag);
    };
  }

  private static Object objects(Decoder from) throws IOException {
    Class<?> component = from.namedClass();
    int length = from.in.count();
    if (component == void.class || component.isPrimitive()) {
      throw from.in.malformed("an array of objects has primitive elements");
    }
    boolean small = length <= AT_ONCE;
    @Nullable Object[] array = (Object[]) Array.newInstance(component, small ? length : AT_ONCE);
    int number = from.begin(small ? array : null);
    for (int i = 0; i < length; i++) {
      if (i == array.length) {
        array = Arrays.copyOf(array, Source.next(i, length));
      }
      array[i] = from.part();
    }
    from.end(number, false);
    return array;
  }

  private static boolean[] booleans(Source in) throws IOException {
    byte[] bytes = in.raw(in.count());
    boolean[] array = new boolean[bytes.length];
    for (int i = 0; i < array.length; i++) {
      array[i] = bytes[i] != 0;
    }
    return array;
  }

  private static short[] shorts(Source in) throws IOException {
    int length = in.count();
    short[][] array = {new short[Math.min(length, AT_ONCE)]};
    in.array(length, 2, (from, count, bytes) -> {
      if (from + count > array[0].length) {
        array[0] = Arrays.copyOf(array[0], room(from + count, length));
      }
      bytes.asShortBuffer().get(array[0], from, count);
    });
    return array[0];
  }

  static char[] chars(Source in) throws IOException {
    int length = in.count();
    char[][] array = {new char[Math.min(length, AT_ONCE)]};
    in.array(length, 2, (from, count, bytes) -> {
      if (from + count > array[0].length) {
        array[0] = Arrays.copyOf(array[0], room(from + count, length));
      }
      bytes.asCharBuffer().get(array[0], from, count);
    });
    return array[0];
  }

  private static int[] ints(Source in) throws IOException {
    int length = in.count();
    int[][] array = {new int[Math.min(length, AT_ONCE)]};
    in.array(length, 4, (from, count, bytes) -> {
      if (from + count > array[0].length) {
        array[0] = Arrays.copyOf(array[0], room(from + count, length));
      }
      bytes.asIntBuffer().get(array[0], from, count);
    });
    return array[0];
  }

  private static long[] longs(Source in) throws IOException {
    int length = in.count();
    long[][] array = {new long[Math.min(length, AT_ONCE)]};
    in.array(length, 8, (from, count, bytes) -> {
      if (from + count > array[0].length) {
        array[0] = Arrays.copyOf(array[0], room(from + count, length));
      }
      bytes.asLongBuffer().get(array[0], from, count);
    });
    return array[0];
  }

  private static float[] floats(Source in) throws IOException {
    int length = in.count();
    float[][] array = {new float[Math.min(length, AT_ONCE)]};
    in.array(length, 4, (from, count, bytes) -> {
      if (from + count > array[0].length) {
        array[0] = Arrays.copyOf(array[0], room(from + count, length));
      }
      bytes.asFloatBuffer().get(array[0], from, count);
    });
    return array[0];
  }

  private static double[] doubles(Source in) throws IOException {
    int length = in.count();
    double[][] array = {new double[Math.min(length, AT_ONCE)]};
    in.array(length, 8, (from, count, bytes) -> {
      if (from + count > array[0].length) {
        array[0] = Arrays.copyOf(array[0], room(from + count, length));
      }
      bytes.asDoubleBuffer().get(array[0], from, count);
    });
    return array[0];
  }

  /** Four times what is needed now, or everything if that is not more: fewer copies on the way to a large array. */
  private static int room(int needed, int length) {
    return (int) Math.min(length, needed * 4L);
  }
}
