package dev.cashet.model;

import java.util.List;
import java.util.Optional;

/**
 * A value that stands for a stored result. As an argument it counts by its blob's digest alone, so its cost does not
 * grow with the result, and the commit it came from becomes an input of the lineage.
 */
public interface StoredValue {
  /** SHA-256 of the result's serialised bytes. */
  Digest blobDigest();

  /** The commit that made the result, if it is known. */
  Optional<CommitId> sourceCommit();

  /**
   * The names of the classes, beyond the platform's, of the objects in the result: their code counts for whoever loads
   * it, since a call on them may reach it.
   */
  default List<String> classNames() {
    return List.of();
  }
}
