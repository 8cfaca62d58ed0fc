package dev.cashet.model;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 value (FIPS 180-4): the 32 bytes as four big-endian words, so that it is immutable, compares quickly and
 * costs one object.
 *
 * @param a bytes 0 to 7
 * @param b bytes 8 to 15
 * @param c bytes 16 to 23
 * @param d bytes 24 to 31
 */
public record Digest(long a, long b, long c, long d) implements Comparable<Digest>, Serializable {
  /** Bytes in a digest. */
  public static final int BYTES = 32;

  /** Hexadecimal digits in a digest. */
  public static final int HEX_DIGITS = 64;

  /** Hexadecimal digits of the short form shown to people. */
  public static final int SHORT_HEX_DIGITS = 12;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final HexFormat HEX = HexFormat.of();
  /** Looking for the algorithm costs several times what hashing a short text does. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(Digest::newSha256);

  /**
   * The digest whose 32 bytes are given.
   *
   * @throws IllegalArgumentException if there are not exactly 32
   */
  public static Digest of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
    }
    return of(bytes, 0);
  }

  /** The digest in the 32 bytes from {@code offset} on. */
  public static Digest of(byte[] bytes, int offset) {
    return new Digest(
        (long) LONGS.get(bytes, offset),
        (long) LONGS.get(bytes, offset + 8),
        (long) LONGS.get(bytes, offset + 16),
        (long) LONGS.get(bytes, offset + 24));
  }

  /**
   * The digest that {@link #hex()} wrote, in any case.
   *
   * @throws IllegalArgumentException if the text is not 64 hexadecimal digits
   */
  public static Digest parse(String hex) {
    if (hex.length() != HEX_DIGITS) {
      throw new IllegalArgumentException(
          "a digest is written with 64 hexadecimal digits, not " + hex.length());
    }
    return of(HEX.parseHex(hex));
  }

  /** The SHA-256 of some bytes of an array. */
  public static Digest sha256(byte[] bytes, int from, int count) {
    MessageDigest sha256 = SHA_256.get();
    sha256.update(bytes, from, count);
    return of(sha256.digest());
  }

  /** The SHA-256 of these bytes. */
  public static Digest sha256(byte[] bytes) {
    return of(SHA_256.get().digest(bytes));
  }

  /** The SHA-256 of this text in UTF-8. */
  public static Digest sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A new SHA-256 computation. Every Java platform has the algorithm. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }

  /** The 32 bytes, a new array each time. */
  public byte[] toBytes() {
    byte[] bytes = new byte[BYTES];
    writeTo(bytes, 0);
    return bytes;
  }

  /** Puts the 32 bytes into {@code target} from {@code offset} on. */
  public void writeTo(byte[] target, int offset) {
    LONGS.set(target, offset, a);
    LONGS.set(target, offset + 8, b);
    LONGS.set(target, offset + 16, c);
    LONGS.set(target, offset + 24, d);
  }

  /** All 64 hexadecimal digits, lower case. */
  public String hex() {
    return HEX.formatHex(toBytes());
  }

  /** The first 12 hexadecimal digits, for people. */
  public String shortHex() {
    return HEX.toHexDigits(a).substring(0, SHORT_HEX_DIGITS);
  }

  /** Unsigned order of the bytes. */
  @Override
  public int compareTo(Digest other) {
    int order = Long.compareUnsigned(a, other.a);
    if (order == 0) {
      order = Long.compareUnsigned(b, other.b);
    }
    if (order == 0) {
      order = Long.compareUnsigned(c, other.c);
    }
    return order == 0 ? Long.compareUnsigned(d, other.d) : order;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(a);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && a == that.a && b == that.b && c == that.c && d == that.d;
  }

  @Override
  public String toString() {
    return hex();
  }
}
