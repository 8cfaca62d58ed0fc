package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.Removed;
import java.util.List;

/**
 * What a removal took from the database, and what it leaves to be taken from elsewhere.
 *
 * @param removed commits, and objects in the database
 * @param files blobs in files that only these commits named
 */
public record Freed(Removed removed, List<Digest> files) {
  /** Copies the list. */
  public Freed {
    files = List.copyOf(files);
  }
}
