package dev.cashet.store;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * The history: commits by name, by key, by time. A commit is added once and never changes; what is handed out has been
 * checked against its name. Safe for many threads and processes; reading writes nothing.
 */
public interface CommitStore {
  /**
   * The newest completed commit of this key that was meant to be served; whether it has expired is for the caller to
   * say. A commit that fails its check is passed over.
   */
  Optional<Entry> newest(Fingerprint fingerprint);

  /** The newest failed commit of this key whose run would have been served; one that fails its check is passed over. */
  Optional<Entry> newestFailure(Fingerprint fingerprint);

  /** The newest commit of this key whatever its outcome; it becomes the parent of the next. */
  Optional<CommitId> latest(Fingerprint fingerprint);

  /**
   * Adds the commit that a claim was held for, with its small objects, in one step, and ends the claim. The fence: the
   * commit is refused if the claim was lost meanwhile, to expiry or to another owner.
   *
   * @param commit whose blob, if large, is durable already
   * @param grant the claim under which it was made
   * @param objects small objects that it names and that the store may not have yet
   * @throws StoreException if it could not be kept; the claim then stands until released
   */
  Append append(Commit commit, Claims.Grant grant, List<SmallObject> objects);

  /** What became of an append. */
  sealed interface Append {
    /**
     * The commit is part of the history.
     *
     * @param id its name
     */
    record Accepted(CommitId id) implements Append {}

    /**
     * The claim was lost: nothing was added.
     *
     * @param accepted the commit that stands for this key, if there is one yet
     */
    record Superseded(Optional<Entry> accepted) implements Append {}
  }

  /** Adds a commit that needs no claim: a run that is never served, or one from elsewhere. Adding twice is adding once. */
  CommitId add(Commit commit, List<SmallObject> objects);

  /**
   * A commit to be added, with its small objects.
   *
   * @param commit the commit
   * @param objects small objects that it names and that the store may not have yet
   */
  record Addition(Commit commit, List<SmallObject> objects) {
    /** Copies the list. */
    public Addition {
      objects = List.copyOf(objects);
    }
  }

  /** Adds many commits as {@link #add} does, in one step where the store can. */
  default void addAll(List<Addition> additions) {
    additions.forEach(each -> add(each.commit(), each.objects()));
  }

  /**
   * The commit of this name.
   *
   * @throws dev.cashet.model.MalformedRecordException if the store has it but it fails its check
   */
  Optional<Entry> get(CommitId id);

  /**
   * The names that start with these hexadecimal digits, at most {@code limit}, in order.
   *
   * @param prefix lower case
   */
  List<CommitId> withPrefix(String prefix, int limit);

  /** The commits that this result went into, newest first, at most {@code limit}. */
  List<Entry> usersOf(Digest result, int limit);

  /** Commits that match, newest first, at most {@link LogQuery#limit()}. */
  List<Entry> list(LogQuery query);

  /** Counters, kept up to date by every write so that asking costs no scan. */
  StoreStats stats();
}
