package dev.cashet.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where commits, claims and blobs live. Opening a store that is only read creates nothing: files, directories and
 * tables come with the first write.
 */
public interface Store extends AutoCloseable {
  /** The bytes of results. */
  BlobStore blobs();

  /** The history. */
  CommitStore commits();

  /** Who is at work. */
  Claims claims();

  /** Commits that are kept until told otherwise. */
  Pins pins();

  /** What keeps the store small and sound. */
  Maintenance maintenance();

  /**
   * The largest result, in bytes, that travels with its commit as a {@link SmallObject}; larger ones go through {@link
   * BlobStore#create}. At least 0.
   */
  int smallObjectLimit();

  /** Adds to the counters of use; may be deferred, and lost with the process. */
  void record(StoreStats.Use use);

  /**
   * A number that stays the same for as long as the newest commit of every key that has one does: it is another after
   * every write that may have changed or removed what was read before. Empty while such a write is under way, and if the
   * store cannot tell without asking elsewhere; then what was read before proves nothing. Costs no system call.
   */
  default OptionalLong generation() {
    return OptionalLong.empty();
  }

  /**
   * Where data that can be made again may be kept beside this store; counts as part of it, and may vanish at any time.
   * Empty if there is no such place: the store lies elsewhere, has not been written to yet, or can only be read. The
   * directory itself may not exist yet.
   */
  default Optional<Path> indexDirectory() {
    return Optional.empty();
  }

  /**
   * A random key of this store's own, for digests of secrets: who has commits but not the key cannot try values against
   * them. It stays as long as the store does and leaves with no export.
   *
   * @param create whether to make one, and the place for it, if there is none
   * @return 32 bytes; empty if there is none, or the store has no place that is private to it
   * @throws StoreException if there is one that cannot be read
   */
  default Optional<byte[]> secretKey(boolean create) {
    return Optional.empty();
  }

  /** Where this is, for people: a path or an address without credentials. */
  String location();

  /** Frees every handle and releases every claim taken through it. Closing twice is closing once. */
  @Override
  void close();
}
