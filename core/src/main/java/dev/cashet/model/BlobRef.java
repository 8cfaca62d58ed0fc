package dev.cashet.model;

/**
 * What a commit says of its result: which bytes, how many, and who can read them. Where and how the bytes lie is the
 * store's matter and no part of a commit, so that a commit keeps its id when it moves to another store.
 *
 * @param digest SHA-256 of the serialised bytes
 * @param sizeBytes their number
 * @param codec id of the serializer that wrote them, for example {@code cashet/1}
 */
public record BlobRef(Digest digest, long sizeBytes, String codec) {
  /** Checks size and codec. */
  public BlobRef {
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("a blob's size cannot be negative: " + sizeBytes);
    }
    if (codec.isEmpty()) {
      throw new IllegalArgumentException("a blob names the codec that reads it");
    }
  }
}
