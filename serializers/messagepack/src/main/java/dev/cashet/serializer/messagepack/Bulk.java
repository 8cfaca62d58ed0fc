package dev.cashet.serializer.messagepack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Values of many elements of one primitive type, as little-endian bytes. */
enum Bulk {
  /** A text that is not well-formed, which a string of MessagePack cannot be. */
  TEXT("chars of text", String.class, 2, String::length, Bulk::text, Bulk::text),
  BOOLEANS("booleans", boolean[].class, 1, a -> a.length, Bulk::booleans, Bulk::booleans),
  SHORTS("shorts", short[].class, 2, a -> a.length, (a, b) -> b.asShortBuffer().put(a), (n, b) -> {
    short[] array = new short[n];
    b.asShortBuffer().get(array);
    return array;
  }),
  CHARS("chars", char[].class, 2, a -> a.length, (a, b) -> b.asCharBuffer().put(a), (n, b) -> {
    char[] array = new char[n];
    b.asCharBuffer().get(array);
    return array;
  }),
  INTS("ints", int[].class, 4, a -> a.length, (a, b) -> b.asIntBuffer().put(a), (n, b) -> {
    int[] array = new int[n];
    b.asIntBuffer().get(array);
    return array;
  }),
  LONGS("longs", long[].class, 8, a -> a.length, (a, b) -> b.asLongBuffer().put(a), (n, b) -> {
    long[] array = new long[n];
    b.asLongBuffer().get(array);
    return array;
  }),
  FLOATS("floats", float[].class, 4, a -> a.length, (a, b) -> b.asFloatBuffer().put(a), (n, b) -> {
    float[] array = new float[n];
    b.asFloatBuffer().get(array);
    return array;
  }),
  DOUBLES(
      "doubles", double[].class, 8, a -> a.length, (a, b) -> b.asDoubleBuffer().put(a), (n, b) -> {
        double[] array = new double[n];
        b.asDoubleBuffer().get(array);
        return array;
      });

  private final String label;
  private final Class<?> type;
  private final int size;
  private final ToIntFunction<Object> length;
  private final BiConsumer<Object, ByteBuffer> put;
  private final BiFunction<Integer, ByteBuffer, Object> get;

  <T> Bulk(
      String label,
      Class<T> type,
      int size,
      ToIntFunction<T> length,
      BiConsumer<T, ByteBuffer> put,
      BiFunction<Integer, ByteBuffer, T> get) {
    this.label = label;
    this.type = type;
    this.size = size;
    this.length = value -> length.applyAsInt(type.cast(value));
    this.put = (value, bytes) -> put.accept(type.cast(value), bytes);
    this.get = get::apply;
  }

  static Bulk of(Object value) {
    for (Bulk bulk : values()) {
      if (bulk.type == value.getClass()) {
        return bulk;
      }
    }
    throw new IllegalArgumentException(
        "no part of a plain tree: " + value.getClass().getTypeName());
  }

  static @Nullable Bulk named(String label) {
    for (Bulk bulk : values()) {
      if (bulk.label.equals(label)) {
        return bulk;
      }
    }
    return null;
  }

  String label() {
    return label;
  }

  byte[] toBytes(Object value) {
    byte[] bytes = new byte[Math.multiplyExact(length.applyAsInt(value), size)];
    put.accept(value, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return bytes;
  }

  Object fromBytes(byte[] bytes) {
    if (bytes.length % size != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no " + label);
    }
    return get.apply(bytes.length / size, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static void text(String text, ByteBuffer to) {
    to.asCharBuffer().put(text);
  }

  private static String text(int length, ByteBuffer from) {
    return from.asCharBuffer().toString();
  }

  private static void booleans(boolean[] array, ByteBuffer to) {
    for (boolean flag : array) {
      to.put((byte) (flag ? 1 : 0));
    }
  }

  private static boolean[] booleans(int length, ByteBuffer from) {
    boolean[] array = new boolean[length];
    for (int i = 0; i < length; i++) {
      array[i] = from.get() != 0;
    }
    return array;
  }
}
