package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The growing bytes of what is being hashed, and the hashing of plain values that are too long to stand in their group.
 * Numbers are little-endian, so that arrays are copied in one piece on today's machines.
 */
final class Bytes {
  /** A plain value with a longer encoding stands in its group by its digest. */
  static final int INLINE_MAX = 256;

  private static final int STAGING = 1 << 15;
  private static final int KEPT = 1 << 18;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Copies some elements of an array. */
  @FunctionalInterface
  interface Chunk {
    void copy(int from, int count, ByteBuffer to);
  }

  private final MessageDigest sha = Digest.newSha256();
  private final byte[] hash = new byte[Digest.BYTES];
  private byte[] data = new byte[512];
  private int size;
  private @Nullable ByteBuffer staging;

  int size() {
    return size;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  void clear() {
    size = 0;
    if (data.length > KEPT) {
      data = new byte[512];
    }
  }

  byte[] array() {
    return data;
  }

  private int reserve(int count) {
    int at = size;
    if (count > data.length - at) {
      long wanted = Math.max((long) at + count, Math.min(data.length * 2L, Integer.MAX_VALUE - 8));
      if (wanted > Integer.MAX_VALUE - 8) {
        throw new OutOfMemoryError("more than 2 GiB of set elements or open groups");
      }
      data = Arrays.copyOf(data, (int) wanted);
    }
    size = at + count;
    return at;
  }

  void u8(int value) {
    int at = reserve(1);
    data[at] = (byte) value;
  }

  void i16(int value) {
    int at = reserve(2);
    data[at] = (byte) value;
    data[at + 1] = (byte) (value >> 8);
  }

  void i32(int value) {
    int at = reserve(4);
    INT.set(data, at, value);
  }

  void i64(long value) {
    int at = reserve(8);
    LONG.set(data, at, value);
  }

  void tagged32(int tag, int value) {
    int at = reserve(5);
    data[at] = (byte) tag;
    INT.set(data, at + 1, value);
  }

  void tagged64(int tag, long value) {
    int at = reserve(9);
    data[at] = (byte) tag;
    LONG.set(data, at + 1, value);
  }

  /** Elements of an array from an index on, as long as they are numbers of the common kinds; gives how many. */
  int numbers(@Nullable Object[] values, int from) {
    int most = Math.min(values.length - from, 1024);
    if (!(values[from] instanceof Number)) {
      return 0;
    }
    int at = reserve(most * 9);
    byte[] to = data;
    int i = from;
    for (; i < from + most; i++) {
      Object value = values[i];
      if (value instanceof Double number) {
        to[at] = Tag.DOUBLE;
        LONG.set(to, at + 1, Double.doubleToLongBits(number));
        at += 9;
      } else if (value instanceof Integer number) {
        to[at] = Tag.INT;
        INT.set(to, at + 1, (int) number);
        at += 5;
      } else if (value instanceof Long number) {
        to[at] = Tag.LONG;
        LONG.set(to, at + 1, (long) number);
        at += 9;
      } else {
        break;
      }
    }
    size = at;
    return i - from;
  }

  void raw(byte[] bytes) {
    int at = reserve(bytes.length);
    System.arraycopy(bytes, 0, data, at, bytes.length);
  }

  void digest(Digest digest) {
    int at = reserve(Digest.BYTES);
    digest.writeTo(data, at);
  }

  void standIn(Digest digest) {
    u8(Tag.STAND_IN);
    digest(digest);
  }

  /** A name or another text of an encoding's own: length in bytes, then UTF-8. */
  void name(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    i32(bytes.length);
    raw(bytes);
  }

  /** A value that is text. */
  void text(String text) {
    int length = text.length();
    if (length <= INLINE_MAX - 5 && asciiText(text, length)) {
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (isWellFormed(text)) {
      plain(Tag.TEXT, bytes.length, bytes);
    } else {
      array(
          Tag.MALFORMED_TEXT,
          length,
          2,
          (from, count, to) -> to.asCharBuffer().put(text, from, from + count));
    }
  }

  private boolean asciiText(String text, int length) {
    int start = reserve(5 + length);
    byte[] to = data;
    int at = start + 5;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = start;
        return false;
      }
      to[at + i] = (byte) c;
    }
    to[start] = Tag.TEXT;
    INT.set(to, start + 1, length);
    return true;
  }

  private static boolean isWellFormed(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == length
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** A plain value: tag, a number, bytes; by its digest if that is long. */
  void plain(int tag, int number, byte[] bytes) {
    if (bytes.length + 5 <= INLINE_MAX) {
      u8(tag);
      i32(number);
      raw(bytes);
      return;
    }
    int head = head(tag, number);
    sha.update(bytes);
    finishHead(head);
  }

  /** An array of numbers: tag, number of elements, elements; by its digest if that is long. */
  void array(int tag, int length, int elementSize, Chunk chunk) {
    ByteBuffer buffer = staging;
    if (buffer == null) {
      buffer = ByteBuffer.allocate(STAGING).order(ByteOrder.LITTLE_ENDIAN);
      staging = buffer;
    }
    if (5 + (long) length * elementSize <= INLINE_MAX) {
      u8(tag);
      i32(length);
      chunk.copy(0, length, buffer.clear());
      int bytes = length * elementSize;
      int at = reserve(bytes);
      System.arraycopy(buffer.array(), 0, data, at, bytes);
      return;
    }
    int head = head(tag, length);
    int perChunk = STAGING / elementSize;
    for (int from = 0; from < length; from += perChunk) {
      int count = Math.min(perChunk, length - from);
      chunk.copy(from, count, buffer.clear());
      sha.update(buffer.array(), 0, count * elementSize);
    }
    finishHead(head);
  }

  private int head(int tag, int number) {
    int start = size;
    u8(Tag.SCHEME);
    u8(tag);
    i32(number);
    sha.reset();
    sha.update(data, start, size - start);
    return start;
  }

  private void finishHead(int start) {
    size = start;
    standIn(finish(sha));
  }

  /** The digest of the bytes from {@code start} on, after what {@code begun} has already taken in. */
  Digest hash(int start, @Nullable MessageDigest begun) {
    MessageDigest to = begun == null ? sha : begun;
    to.update(data, start, size - start);
    return finish(to);
  }

  private Digest finish(MessageDigest from) {
    try {
      from.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
    return Digest.of(hash, 0);
  }
}
