package dev.cashet;

import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Entry;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A reference to a result that is in a store. Serialised, it is the names of store, commit and blob. */
final class StoredRef<T> implements ResultRef<T> {
  private static final long serialVersionUID = 1L;

  private final transient Origin origin;
  private final transient Entry entry;
  private final transient BlobRef output;
  private final transient boolean cached;

  /**
   * Where a reference comes from and how its value is loaded.
   *
   * @param client of the store
   * @param loader finds classes
   * @param allowed which classes may be created
   * @param counts whether a load is a use, rather than a look at the history, which writes nothing
   */
  record Origin(Cashet client, ClassLoader loader, Predicate<String> allowed, boolean counts) {}

  StoredRef(Origin origin, Entry entry, boolean cached) {
    this.origin = origin;
    this.entry = entry;
    this.output = entry.commit().output().orElseThrow();
    this.cached = cached;
  }

  /** The same for someone who did not run the task. */
  StoredRef<T> asHit() {
    return cached ? this : new StoredRef<>(origin, entry, true);
  }

  @Override
  // The commit says which call made the bytes, and that call's type is T.
  @SuppressWarnings({"unchecked", "NullAway"})
  public T load() {
    if (origin.counts()) {
      origin.client().noteLoad(entry.id());
    }
    return (T) origin.client().engine().results().load(entry, origin.loader(), origin.allowed());
  }

  @Override
  public CompletableFuture<T> loadAsync() {
    return origin.client().crew().async(this::load);
  }

  @Override
  public String hash() {
    return output.digest().hex();
  }

  @Override
  public String commitHash() {
    return entry.id().hex();
  }

  @Override
  public long size() {
    return output.sizeBytes();
  }

  @Override
  public boolean wasCached() {
    return cached;
  }

  @Override
  public Commit commit() {
    return entry.commit();
  }

  @Override
  public Digest blobDigest() {
    return output.digest();
  }

  @Override
  public Optional<CommitId> sourceCommit() {
    return Optional.of(entry.id());
  }

  @Override
  public List<String> classNames() {
    return ((Commit.Completed) entry.commit().outcome()).classNames();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredRef<?> that && entry.id().equals(that.entry.id());
  }

  @Override
  public int hashCode() {
    return entry.id().hashCode();
  }

  @Override
  public String toString() {
    return "ResultRef[" + output.digest().shortHex() + " of commit "
        + entry.id().shortHex() + "]";
  }

  private Object writeReplace() {
    return new RefNames(origin.client().location(), commitHash());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a reference is serialised by its names");
  }
}
