package dev.cashet.store;

import dev.cashet.model.Digest;
import java.util.Arrays;

/** A blob small enough to travel with its commit, so that both are kept in one step and found in one look. */
public final class SmallObject {
  private final Digest digest;
  private final byte[] bytes;

  private SmallObject(Digest digest, byte[] bytes) {
    this.digest = digest;
    this.bytes = bytes;
  }

  /** These bytes under their SHA-256; the array is taken over, not copied. */
  public static SmallObject of(byte[] bytes) {
    return new SmallObject(Digest.sha256(bytes), bytes);
  }

  /** Bytes whose digest is known, as a store hands them out; the array is taken over, not copied. */
  public static SmallObject known(Digest digest, byte[] bytes) {
    return new SmallObject(digest, bytes);
  }

  /** SHA-256 of the bytes. */
  public Digest digest() {
    return digest;
  }

  /** The bytes themselves; do not change them. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SmallObject that
        && digest.equals(that.digest)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }
}
