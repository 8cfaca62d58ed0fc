package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes of a canonical form: every item is tagged or length-prefixed, so that no two sequences of items give the same
 * bytes. Text is written as CESU-8, which keeps unpaired surrogates apart.
 */
final class FormWriter {
  private static final int START = 256;

  private static final ThreadLocal<MessageDigest> SHA = ThreadLocal.withInitial(Digest::newSha256);

  private byte[] bytes = new byte[START];
  private int size;

  FormWriter tag(char tag) {
    room(1);
    bytes[size++] = (byte) tag;
    return this;
  }

  FormWriter number(int value) {
    room(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  FormWriter number(long value) {
    return number((int) (value >>> 32)).number((int) value);
  }

  FormWriter text(String text) {
    room(4 + 3 * text.length());
    int at = size;
    size += 4;
    for (int i = 0; i < text.length(); i++) {
      letter(text.charAt(i));
    }
    int end = size;
    size = at;
    number(end - at - 4);
    size = end;
    return this;
  }

  FormWriter digest(Digest digest) {
    room(Digest.BYTES);
    digest.writeTo(bytes, size);
    size += Digest.BYTES;
    return this;
  }

  FormWriter bytes(byte[] more) {
    number(more.length);
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  Digest toDigest() {
    return digest(bytes, size);
  }

  /** The SHA-256 of the first bytes, by a computation that each thread keeps: making one costs more than a small hash. */
  static Digest digest(byte[] bytes, int size) {
    MessageDigest sha = SHA.get();
    sha.update(bytes, 0, size);
    return Digest.of(sha.digest());
  }

  private void letter(char letter) {
    if (letter < 0x80) {
      bytes[size++] = (byte) letter;
    } else if (letter < 0x800) {
      bytes[size++] = (byte) (0xc0 | (letter >> 6));
      bytes[size++] = (byte) (0x80 | (letter & 0x3f));
    } else {
      bytes[size++] = (byte) (0xe0 | (letter >> 12));
      bytes[size++] = (byte) (0x80 | ((letter >> 6) & 0x3f));
      bytes[size++] = (byte) (0x80 | (letter & 0x3f));
    }
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
