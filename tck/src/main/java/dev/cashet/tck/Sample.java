package dev.cashet.tck;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.SmallObject;
import java.util.List;

/**
 * A commit with the objects that it names.
 *
 * @param commit the commit
 * @param objects its function record and, if it completed, its result
 */
public record Sample(Commit commit, List<SmallObject> objects) {
  /** Copies the list. */
  public Sample {
    objects = List.copyOf(objects);
  }

  /** The commit's name. */
  public CommitId id() {
    return commit.id();
  }

  /** The commit's key. */
  public Fingerprint key() {
    return commit.call().fingerprint();
  }

  /** The result's bytes; only of a commit that completed. */
  public SmallObject result() {
    return objects.stream()
        .filter(object -> object.digest().equals(commit.output().orElseThrow().digest()))
        .findFirst()
        .orElseThrow();
  }
}
