package dev.cashet.store;

import dev.cashet.model.Digest;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Immutable bytes under the SHA-256 of their content. Safe for many threads and processes. Putting the same bytes twice
 * keeps them once. Reading writes nothing.
 */
public interface BlobStore {
  /**
   * Starts a blob.
   *
   * @throws StoreException if the store cannot be written
   */
  BlobWriter create();

  /**
   * Opens a blob for reading. Every byte handed out has passed the store's check for damage; a stream that meets damage
   * throws {@link BlobUnreadableException} from {@code read} before the damaged part is handed out.
   *
   * @throws BlobUnreadableException if it is missing, or its head is damaged
   */
  InputStream open(Digest digest);

  /** What the store keeps for this digest, without reading its bytes; empty if nothing. */
  Optional<BlobInfo> stat(Digest digest);

  /**
   * The cheap check before a hit is served: whether the blob is there and structurally whole and, if it is no larger
   * than {@code maxBytes}, every part of it passes its checksum. Damage is an answer, not an error.
   */
  boolean isIntact(Digest digest, long maxBytes);

  /**
   * As {@link #isIntact}, for a blob that the caller is about to name in a commit: if the answer is yes, no collection takes
   * it before.
   */
  default boolean retain(Digest digest, long maxBytes) {
    return isIntact(digest, maxBytes);
  }

  /**
   * Reads the whole blob, checks it against its digest and hands out nothing.
   *
   * @throws BlobUnreadableException if it is missing or damaged
   */
  void verify(Digest digest);

  /** Removes a blob; whether there was one. Readers that have it open are not disturbed. */
  boolean delete(Digest digest);

  /** All blobs in no order; blobs that come or go meanwhile may or may not be seen. Close the stream. */
  Stream<BlobInfo> list();

  /** Puts these bytes at once. */
  default BlobInfo put(byte[] bytes) {
    try (BlobWriter writer = create()) {
      writer.write(bytes);
      return writer.finish();
    } catch (java.io.IOException e) {
      throw new StoreFailedException("cannot write a blob of " + bytes.length + " bytes", e);
    }
  }
}
