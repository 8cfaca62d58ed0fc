package dev.cashet.store;

import dev.cashet.model.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * Commits that no collection takes, some of them by name. A commit may be pinned under several names, a name stands for
 * one commit. Safe for many threads and processes; reading writes nothing.
 */
public interface Pins {
  /**
   * Pins a commit; doing it twice is doing it once.
   *
   * @param name the name, checked by the caller; empty to pin without one
   * @return the commit that the name stands for when this returns: another one if the name was taken
   * @throws StoreException if the store cannot be written
   */
  CommitId pin(CommitId commit, String name);

  /**
   * Takes pins away.
   *
   * @param name only the pin of this name; empty for all pins of the commit
   * @return how many there were
   */
  int unpin(CommitId commit, Optional<String> name);

  /** The commit of this name. */
  Optional<CommitId> named(String name);

  /** All pins by name; those without one come first. */
  List<Pin> list();
}
