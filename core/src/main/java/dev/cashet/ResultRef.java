package dev.cashet;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A result in a store, loaded when asked for. As an argument of a task, captured or passed, alone or inside a list or
 * record, it counts by the hash of the result, so it costs the same however large the result is, and becomes an input of
 * that task's lineage. Safe for many threads.
 *
 * @param <T> the result's type
 */
public interface ResultRef<T> extends StoredValue, Serializable {
  /**
   * The value, decoded afresh at each call: what one caller does to it no other sees.
   *
   * @throws dev.cashet.store.BlobUnreadableException if its bytes are gone or damaged; submitting the call again heals
   * @throws dev.cashet.codec.UnreadableResultException if its class is not here, not allowed, or changed its shape
   */
  T load();

  /** The value to come, loaded in another thread as {@link Submitter#submitAsync} runs tasks; fails as {@link #load} does. */
  CompletableFuture<T> loadAsync();

  /** SHA-256 of the serialised result, 64 hexadecimal digits. */
  String hash();

  /** The first 12 digits of {@link #hash()}. */
  default String shortHash() {
    return hash().substring(0, Digest.SHORT_HEX_DIGITS);
  }

  /** The commit that holds the result, 64 hexadecimal digits. */
  String commitHash();

  /** Size of the serialised result in bytes. */
  long size();

  /** Whether the result was there when it was asked for, or was made by someone else meanwhile. */
  boolean wasCached();

  /** The commit that holds the result. */
  Commit commit();

  @Override
  default Digest blobDigest() {
    return Digest.parse(hash());
  }

  @Override
  default Optional<CommitId> sourceCommit() {
    return Optional.of(CommitId.parse(commitHash()));
  }
}
