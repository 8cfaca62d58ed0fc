package dev.cashet;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The result of a task of a batch, before and after it has run. */
final class DeferredRef<T> implements ResultRef<T> {
  private static final long serialVersionUID = 1L;

  private final transient BatchTask<T> task;

  DeferredRef(BatchTask<T> task) {
    this.task = task;
  }

  BatchTask<T> task() {
    return task;
  }

  /**
   * The result itself.
   *
   * @throws IllegalStateException if there is none yet
   */
  ResultRef<T> ref() {
    TaskOutcome<T> outcome = task.outcome();
    if (outcome == null) {
      throw new IllegalStateException("the result of " + task.name()
          + " is not there yet: its batch has not run; call run() first, and capture the"
          + " reference in the task that needs it");
    }
    return outcome
        .result()
        .orElseThrow(() -> new IllegalStateException("there is no result of "
            + task.name()
            + ": it was "
            + outcome.status().name().toLowerCase(java.util.Locale.ROOT)
            + outcome
                .problem()
                .map(problem -> ": " + problem.error().getMessage())
                .orElse("")));
  }

  /** What it counts by: the result, or the one that a plan expects. */
  private ResultRef<T> counted() {
    ResultRef<T> foreseen = task.foreseen();
    return foreseen == null ? ref() : foreseen;
  }

  @Override
  public T load() {
    return ref().load();
  }

  @Override
  public CompletableFuture<T> loadAsync() {
    return ref().loadAsync();
  }

  @Override
  public String hash() {
    return ref().hash();
  }

  @Override
  public String commitHash() {
    return ref().commitHash();
  }

  @Override
  public long size() {
    return ref().size();
  }

  @Override
  public boolean wasCached() {
    return ref().wasCached();
  }

  @Override
  public Commit commit() {
    return ref().commit();
  }

  @Override
  public Digest blobDigest() {
    return counted().blobDigest();
  }

  @Override
  public Optional<CommitId> sourceCommit() {
    return counted().sourceCommit();
  }

  @Override
  public List<String> classNames() {
    return counted().classNames();
  }

  @Override
  public String toString() {
    TaskOutcome<T> outcome = task.outcome();
    return outcome != null && outcome.isSuccess()
        ? ref().toString()
        : "ResultRef[" + task.name() + "]";
  }

  private Object writeReplace() {
    return ref();
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a reference is serialised by its names");
  }
}
