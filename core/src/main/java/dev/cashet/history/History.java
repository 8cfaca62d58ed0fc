package dev.cashet.history;

import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions to the history; starts nothing and writes nothing. */
public final class History {
  private static final int MIN_DIGITS = 4;
  private static final int MAX_RECORD_BYTES = 64 << 20;

  private final Store store;
  private final InstantSource clock;

  /** The history of a store. */
  public History(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Commits that match, newest first. */
  public List<Commit> log(LogQuery query) {
    return entries(query).stream().map(Entry::commit).toList();
  }

  /** The same with their names. */
  public List<Entry> entries(LogQuery query) {
    return store.commits().list(query);
  }

  /** The commit whose name starts with these digits, with all that is known of it. */
  public CommitView show(String hash) {
    return view(find(hash));
  }

  /** All that is known of a commit. */
  public CommitView view(Entry entry) {
    Commit commit = entry.commit();
    Optional<BlobInfo> stored = commit.output().map(BlobRef::digest).flatMap(store.blobs()::stat);
    return new CommitView(
        entry, commit.statusAt(clock.instant()), record(commit.call().record()), stored);
  }

  /** The key of a commit with all that went into it. */
  public CallKey key(Entry entry) {
    Commit commit = entry.commit();
    return new CallKey(commit.call(), commit.arguments(), record(commit.call().record()));
  }

  /** Why the run of this commit was made: what kept the results before it from being served. */
  public Why why(String hash) {
    return new Explanation(this, clock).of(find(hash));
  }

  /** What makes the keys of two commits differ, the first seen as the earlier one. */
  public Why why(String hash, String other) {
    return new Explanation(this, clock).between(find(other), find(hash));
  }

  /** Why submitting this call would be a hit or a miss, as far as earlier commits tell. */
  public Why why(CallKey key, Prospect prospect) {
    return new Explanation(this, clock).of(key, prospect);
  }

  /** Two commits side by side. */
  public Diff diff(String before, String after) {
    return new Comparison(store, this).between(find(before), find(after));
  }

  /** What a commit's result was made from, and what was made from it. */
  public Lineage lineage(String hash, Lineage.Limits limits) {
    return new Tracing(store, limits).of(find(hash));
  }

  Optional<Entry> entry(CommitId id) {
    return store.commits().get(id);
  }

  Optional<Entry> latest(Fingerprint key) {
    return store.commits().latest(key).flatMap(store.commits()::get);
  }

  /** All commits of the same call, newest first. */
  public List<Commit> history(String hash) {
    Commit commit = find(hash).commit();
    return log(LogQuery.newest(Integer.MAX_VALUE).fingerprint(commit.call().fingerprint()));
  }

  /**
   * The one commit whose name starts with these digits, or that is pinned under this name.
   *
   * @throws IllegalArgumentException if these are not 4 to 64 hexadecimal digits, and no pin's name
   * @throws NoSuchCommitException if there is none
   * @throws AmbiguousHashException if there are several
   */
  public Entry find(String hash) {
    CommitId id = resolve(hash);
    return store
        .commits()
        .get(id)
        .orElseThrow(() -> new NoSuchCommitException(hash.strip(), store.location()));
  }

  /** The name of that commit, as {@link #find} finds it; works for a commit that is damaged too. */
  public CommitId resolve(String hash) {
    Optional<CommitId> pinned = store.pins().named(hash);
    if (pinned.isPresent()) {
      return pinned.get();
    }
    String prefix = hash.strip().toLowerCase(Locale.ROOT);
    if (!prefix.matches("[0-9a-f]{" + MIN_DIGITS + "," + Digest.HEX_DIGITS + "}")) {
      throw new IllegalArgumentException(
          "'" + hash + "' is no commit hash and no pin's name: give 4 to 64 hexadecimal digits");
    }
    List<CommitId> found = store.commits().withPrefix(prefix, 5);
    if (found.isEmpty()) {
      throw new NoSuchCommitException(prefix, store.location());
    }
    if (found.size() > 1) {
      throw new AmbiguousHashException(prefix, found);
    }
    return found.get(0);
  }

  /** What is known of a function's code; empty if the record is gone, damaged or of an unknown form. */
  public Optional<FunctionRecord> record(Digest digest) {
    try (InputStream in = store.blobs().open(digest)) {
      byte[] bytes = in.readNBytes(MAX_RECORD_BYTES);
      return Digest.sha256(bytes).equals(digest)
          ? Optional.of(FunctionRecord.decode(bytes))
          : Optional.empty();
    } catch (BlobUnreadableException | MalformedRecordException | IOException e) {
      return Optional.empty();
    }
  }
}
