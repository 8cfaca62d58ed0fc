package dev.cashet.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts into a stream, through one buffer. Little-endian. */
final class Sink {
  private static final int SIZE = 1 << 15;
  private static final int FIRST_SIZE = 512;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Copies some elements of an array. */
  @FunctionalInterface
  interface Chunk {
    void copy(int from, int count, ByteBuffer to);
  }

  private final OutputStream out;
  /** Small at first: most values are. */
  private byte[] bytes = new byte[FIRST_SIZE];

  private int size;

  Sink(OutputStream out) {
    this.out = out;
  }

  void flush() throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  private void room(int count) throws IOException {
    if (bytes.length - size < count) {
      more();
    }
  }

  private void more() throws IOException {
    if (bytes.length < SIZE) {
      bytes = Arrays.copyOf(bytes, SIZE);
    } else {
      flush();
    }
  }

  void u8(int value) throws IOException {
    room(1);
    bytes[size++] = (byte) value;
  }

  void i16(int value) throws IOException {
    room(2);
    bytes[size++] = (byte) value;
    bytes[size++] = (byte) (value >> 8);
  }

  void i32(int value) throws IOException {
    room(4);
    INT.set(bytes, size, value);
    size += 4;
  }

  void i64(long value) throws IOException {
    room(8);
    LONG.set(bytes, size, value);
    size += 8;
  }

  /** Seven bits a byte, lowest first; the eighth says that more follow. */
  void count(long value) throws IOException {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A signed number, small if it is near zero. */
  void signed(long value) throws IOException {
    count((value << 1) ^ (value >> 63));
  }

  void raw(byte[] value) throws IOException {
    raw(value, 0, value.length);
  }

  void raw(byte[] value, int from, int count) throws IOException {
    if (count > bytes.length - size) {
      more();
      if (count > bytes.length - size) {
        flush();
        out.write(value, from, count);
        return;
      }
    }
    System.arraycopy(value, from, bytes, size, count);
    size += count;
  }

  /** A name of the format's own: number of bytes, UTF-8. */
  void name(String name) throws IOException {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    count(utf8.length);
    raw(utf8);
  }

  /** The elements of an array, after its length. */
  void array(int length, int elementSize, Chunk chunk) throws IOException {
    count(length);
    int done = 0;
    while (done < length) {
      int some = Math.min((bytes.length - size) / elementSize, length - done);
      if (some < length - done && some < bytes.length / elementSize) {
        more();
        continue;
      }
      ByteBuffer room = ByteBuffer.wrap(bytes, size, some * elementSize).slice();
      chunk.copy(done, some, room.order(ByteOrder.LITTLE_ENDIAN));
      size += some * elementSize;
      done += some;
    }
  }
}
