package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts from a stream that is not trusted: nothing is allocated beyond four times what has been read. */
final class Source {
  private static final int SIZE = 1 << 15;
  private static final int FIRST_SIZE = 512;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Takes some elements of an array. */
  @FunctionalInterface
  interface Chunk {
    void take(int from, int count, ByteBuffer bytes);
  }

  private final InputStream in;
  /** Small at first: most values are. */
  private byte[] bytes = new byte[FIRST_SIZE];

  private int at;
  private int end;
  private long before;

  Source(InputStream in) {
    this.in = in;
  }

  /** How many bytes have been taken. */
  long position() {
    return before + at;
  }

  boolean isAtEnd() throws IOException {
    if (at < end) {
      return false;
    }
    before += end;
    at = 0;
    if (end == bytes.length && end < SIZE) {
      bytes = new byte[SIZE];
    }
    end = Math.max(0, in.read(bytes, 0, bytes.length));
    return end == 0;
  }

  private void need(int count) throws IOException {
    if (end - at < count) {
      fill(count);
    }
  }

  private void fill(int count) throws IOException {
    byte[] room = bytes.length < SIZE && (end == bytes.length || count > bytes.length)
        ? new byte[SIZE]
        : bytes;
    System.arraycopy(bytes, at, room, 0, end - at);
    bytes = room;
    before += at;
    end -= at;
    at = 0;
    while (end < count) {
      int read = in.read(bytes, end, bytes.length - end);
      if (read < 0) {
        throw malformed("it ends in the middle of a value");
      }
      end += read;
    }
  }

  UnreadableResultException malformed(String what) {
    return new UnreadableResultException(
        "cannot read a stored result: at byte " + position() + " " + what, null);
  }

  int u8() throws IOException {
    need(1);
    return bytes[at++] & 0xff;
  }

  short i16() throws IOException {
    need(2);
    int low = bytes[at++] & 0xff;
    return (short) (low | bytes[at++] << 8);
  }

  int i32() throws IOException {
    need(4);
    int value = (int) INT.get(bytes, at);
    at += 4;
    return value;
  }

  long i64() throws IOException {
    need(8);
    long value = (long) LONG.get(bytes, at);
    at += 8;
    return value;
  }

  private long variable() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw malformed("a number does not end");
  }

  /** A number of things. */
  int count() throws IOException {
    long value = variable();
    if (value < 0 || value > Wire.MAX_COUNT) {
      throw malformed("a count of " + Long.toUnsignedString(value) + " is over the limit");
    }
    return (int) value;
  }

  long signed() throws IOException {
    long value = variable();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A signed number that is an {@code int}. */
  int int32() throws IOException {
    long value = signed();
    if (value != (int) value) {
      throw malformed("a number is no int: " + value);
    }
    return (int) value;
  }

  byte[] raw(int count) throws IOException {
    byte[] value = new byte[Math.min(count, SIZE)];
    int size = 0;
    while (size < count) {
      if (size == value.length) {
        value = Arrays.copyOf(value, next(size, count));
      }
      if (at == end && isAtEnd()) {
        throw malformed("it ends in the middle of a value");
      }
      int some = Math.min(end - at, value.length - size);
      System.arraycopy(bytes, at, value, size, some);
      at += some;
      size += some;
    }
    return value;
  }

  /** Bytes that lie at hand behind the next one, as a number to tell them by; 0 if there are too few. */
  int peek() {
    int from = at + 1;
    if (end - from < 12) {
      return 0;
    }
    // A name begins with its length; its last letters differ most.
    int length = Math.min(bytes[from] & 0x7f, end - from - 1);
    int last = from + 1 + Math.max(length - 8, 0);
    return last + 8 > end ? 0 : Long.hashCode((long) LONG.get(bytes, last) * 31 + length);
  }

  /** Takes these bytes if they are what comes next and lies at hand. */
  boolean take(byte[] expected) {
    int to = at + expected.length;
    if (to > end || !java.util.Arrays.equals(bytes, at, to, expected, 0, expected.length)) {
      return false;
    }
    at = to;
    return true;
  }

  /** The bytes from a position on, if they are still at hand; else none. */
  byte[] since(long position) {
    long from = position - before;
    return from < 0 ? new byte[0] : java.util.Arrays.copyOfRange(bytes, (int) from, at);
  }

  void skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (at == end && isAtEnd()) {
        throw malformed("it ends in the middle of a file");
      }
      int some = (int) Math.min(end - at, left);
      at += some;
      left -= some;
    }
  }

  /** How long an array of which {@code size} elements have been read may become on its way to {@code length}. */
  static int next(int size, int length) {
    return (int) Math.min(length, Math.max(size * 2L, 1024L));
  }

  /** Hands over the elements of an array in order, some at a time. */
  void array(int length, int elementSize, Chunk chunk) throws IOException {
    int done = 0;
    while (done < length) {
      need(elementSize);
      int some = Math.min((end - at) / elementSize, length - done);
      chunk.take(
          done,
          some,
          ByteBuffer.wrap(bytes, at, some * elementSize).slice().order(ByteOrder.LITTLE_ENDIAN));
      at += some * elementSize;
      done += some;
    }
  }

  String name() throws IOException {
    return utf8(count());
  }

  String utf8(int count) throws IOException {
    if (count <= SIZE) {
      need(count);
      at += count;
      return decode(bytes, at - count, count);
    }
    return decode(raw(count), 0, count);
  }

  private String decode(byte[] from, int start, int count) {
    for (int i = start; i < start + count; i++) {
      if (from[i] < 0) {
        return strict(from, start, count);
      }
    }
    return new String(from, start, count, StandardCharsets.US_ASCII);
  }

  private String strict(byte[] from, int start, int count) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(from, start, count))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed("a text is not UTF-8");
    }
  }
}
