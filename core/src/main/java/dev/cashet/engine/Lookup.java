package dev.cashet.engine;

import dev.cashet.model.BlobRef;
import dev.cashet.model.Cause;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import dev.cashet.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Steps 4 and 6: is there a result that will do? One that cannot be loaded will not: a blob that is gone or damaged, or
 * was written by a codec that is not here, is a miss, and the run that follows heals it.
 */
final class Lookup {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  /** Up to this size a blob's checksums are read before its commit is served: about 5 ms from the page cache. */
  private static final long CHECKED_BYTES = 16 << 20;

  private static final int REMEMBERED = 10_000;

  private final Store store;
  private final Codecs codecs;
  private final InstantSource clock;
  private final HeapTier heap;
  private final Set<Digest> unreadable = ConcurrentHashMap.newKeySet();
  private final Set<Digest> checked = ConcurrentHashMap.newKeySet();

  Lookup(Store store, Codecs codecs, InstantSource clock, HeapTier heap) {
    this.store = store;
    this.codecs = codecs;
    this.clock = clock;
    this.heap = heap;
  }

  /** The newest result of this key that may be served under this policy and can be loaded. */
  Optional<Entry> find(Fingerprint fingerprint, Policy.Reuse reuse) {
    if (!reuse.cache() || reuse.force()) {
      return Optional.empty();
    }
    Held held = heap.find(fingerprint);
    if (held != null) {
      Entry entry = held.entry();
      boolean loadable = held.contents() == null
          ? isLoadable(entry)
          : !unreadable.contains(entry.commit().output().orElseThrow().digest());
      return isFresh(entry, reuse) && loadable ? Optional.of(entry) : Optional.empty();
    }
    // Before the look, so that a change between the two is seen by the next call.
    OptionalLong generation = heap.generation();
    Optional<Entry> newest = store.commits().newest(fingerprint);
    if (newest.isEmpty() || !isFresh(newest.get(), reuse) || !isLoadable(newest.get())) {
      return Optional.empty();
    }
    return Optional.of(heap.keep(newest.get(), generation));
  }

  /** Why no earlier run of this key will do under this policy; empty if there is none, or one does. */
  Optional<Cause> cause(Fingerprint fingerprint, Policy.Reuse reuse) {
    Optional<Entry> newest = store.commits().newest(fingerprint);
    if (newest.isEmpty()) {
      return store
          .commits()
          .latest(fingerprint)
          .flatMap(store.commits()::get)
          .map(last -> last.commit().output().isPresent() ? Cause.NEVER_SERVED : Cause.FAILED);
    }
    Entry entry = newest.get();
    if (reuse.force()) {
      return Optional.of(Cause.FORCED);
    }
    if (!entry.commit().isServableAt(clock.instant())) {
      return Optional.of(Cause.EXPIRED);
    }
    if (!isFresh(entry, reuse)) {
      return Optional.of(Cause.TOO_OLD);
    }
    if (!codecs.knows(entry.commit().output().orElseThrow().codec())) {
      return Optional.of(Cause.UNREADABLE);
    }
    return isThere(entry) ? Optional.empty() : Optional.of(Cause.LOST);
  }

  /** The same as {@link #isLoadable} without a word in the log. */
  private boolean isThere(Entry entry) {
    Digest blob = entry.commit().output().orElseThrow().digest();
    try {
      return !unreadable.contains(blob)
          && (entry.small().isPresent() || store.blobs().isIntact(blob, CHECKED_BYTES));
    } catch (StoreException e) {
      return false;
    }
  }

  /** The failure that is to be thrown again instead of a run: young enough, and newer than any result. */
  Optional<Entry> recentFailure(KeyedCall call) {
    Policy.Reuse reuse = call.policy().reuse();
    if (reuse.failures().isEmpty() || !reuse.cache() || reuse.force()) {
      return Optional.empty();
    }
    Instant oldest = clock.instant().minus(reuse.failures().get());
    return failureSince(call.fingerprint(), oldest)
        .filter(failure -> store
            .commits()
            .newest(call.fingerprint())
            .map(result -> completedAt(result).isBefore(completedAt(failure)))
            .orElse(true));
  }

  /** The newest failure of this key, if it is no older than that. */
  Optional<Entry> failureSince(Fingerprint fingerprint, Instant oldest) {
    return store
        .commits()
        .newestFailure(fingerprint)
        .filter(failure -> !completedAt(failure).isBefore(oldest));
  }

  private static Instant completedAt(Entry entry) {
    return entry.commit().run().completedAt();
  }

  /** A load failed: the next submission computes the result anew. */
  void reportUnreadable(Digest blob) {
    if (unreadable.size() < REMEMBERED) {
      unreadable.add(blob);
    }
    checked.remove(blob);
  }

  /** A result was written just now. */
  void reportWritten(Digest blob) {
    unreadable.remove(blob);
  }

  private boolean isFresh(Entry entry, Policy.Reuse reuse) {
    Commit commit = entry.commit();
    if (commit.terms().ttl().isEmpty() && reuse.maxAge().isEmpty()) {
      return commit.terms().servable();
    }
    Instant now = clock.instant();
    Instant completed = commit.run().completedAt();
    return commit.isServableAt(now)
        && reuse.maxAge().map(age -> now.isBefore(completed.plus(age))).orElse(true);
  }

  private boolean isLoadable(Entry entry) {
    BlobRef output = entry.commit().output().orElseThrow();
    if (!codecs.knows(output.codec())) {
      LOG.log(
          System.Logger.Level.WARNING,
          "commit {0} was written by codec {1}, which is not here; computing again",
          entry.id().shortHex(),
          output.codec());
      return false;
    }
    return !unreadable.contains(output.digest())
        && (entry.small().isPresent() || isIntact(output, entry));
  }

  private boolean isIntact(BlobRef output, Entry entry) {
    try {
      boolean wasChecked = checked.contains(output.digest());
      boolean intact = store.blobs().isIntact(output.digest(), wasChecked ? 0 : CHECKED_BYTES);
      if (!intact) {
        LOG.log(
            System.Logger.Level.WARNING,
            "the result of commit {0} is missing or damaged; computing again",
            entry.id().shortHex());
        checked.remove(output.digest());
      } else if (!wasChecked && checked.size() < REMEMBERED) {
        checked.add(output.digest());
      }
      return intact;
    } catch (StoreException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the result of commit {0} cannot be read ({1}); computing again",
          entry.id().shortHex(),
          e.getMessage());
      return false;
    }
  }
}
