package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.SmallObject;
import dev.cashet.store.StoreStats;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The history in tables, with what a commit and its small objects need written in one transaction. */
public final class SqliteCommits implements CommitStore {
  private final SqliteDatabase database;
  private final SqliteClaims claims;
  private final InstantSource clock;

  SqliteCommits(SqliteDatabase database, SqliteClaims claims, InstantSource clock) {
    this.database = database;
    this.claims = claims;
    this.clock = clock;
  }

  @Override
  public Optional<Entry> newest(Fingerprint fingerprint) {
    return database.read(
        "look up " + fingerprint,
        Optional.empty(),
        session -> CommitRows.newest(session, fingerprint));
  }

  @Override
  public Optional<Entry> newestFailure(Fingerprint fingerprint) {
    return database.read(
        "look for a failure of " + fingerprint,
        Optional.empty(),
        session -> CommitRows.newestFailure(session, fingerprint));
  }

  @Override
  public Optional<CommitId> latest(Fingerprint fingerprint) {
    return database.read(
        "look up " + fingerprint,
        Optional.empty(),
        session -> CommitRows.latest(session, fingerprint));
  }

  @Override
  public Append append(Commit commit, Claims.Grant grant, List<SmallObject> objects) {
    return append(commit, grant, objects, List::of);
  }

  /**
   * As {@link #append(Commit, Claims.Grant, List)}, and notes which blobs lie in files, for the counters.
   *
   * @param files says which blobs of this commit are kept elsewhere; asked within the transaction
   */
  public Append append(
      Commit commit,
      Claims.Grant grant,
      List<SmallObject> objects,
      Supplier<List<BlobInfo>> files) {
    CommitId id = commit.id();
    Append outcome = database.write("commit " + id.shortHex(), session -> {
      if (!SqliteClaims.end(session, grant, clock.instant())) {
        return new Append.Superseded(CommitRows.newest(session, grant.fingerprint()));
      }
      insert(session, id, commit, objects, files);
      if (!commit.lineage().inputs().isEmpty()) {
        PreparedStatement release = session.prepare("DELETE FROM held WHERE token = ?");
        release.setLong(1, grant.token());
        release.executeUpdate();
      }
      return new Append.Accepted(id);
    });
    claims.forget(grant);
    return outcome;
  }

  @Override
  public CommitId add(Commit commit, List<SmallObject> objects) {
    return add(commit, objects, List::of);
  }

  /**
   * As {@link #add(Commit, List)}, and notes which blobs lie in files, for the counters.
   *
   * @param files says which blobs of this commit are kept elsewhere; asked within the transaction
   */
  public CommitId add(Commit commit, List<SmallObject> objects, Supplier<List<BlobInfo>> files) {
    CommitId id = commit.id();
    return database.write("add commit " + id.shortHex(), session -> {
      insert(session, id, commit, objects, files);
      return id;
    });
  }

  @Override
  public void addAll(List<Addition> additions) {
    addAll(additions, addition -> List.of());
  }

  /**
   * As {@link #addAll(List)}, and notes which blobs lie in files, for the counters.
   *
   * @param files says which blobs of a commit are kept elsewhere; asked within the transaction
   */
  public void addAll(List<Addition> additions, Function<Addition, List<BlobInfo>> files) {
    database.writeMuch("add " + additions.size() + " commits", session -> {
      for (Addition each : additions) {
        CommitId id = each.commit().id();
        insert(session, id, each.commit(), each.objects(), () -> files.apply(each));
      }
      return true;
    });
  }

  /** A blob that lies in a file is gone: the counters forget it. */
  public void forgetFile(Digest digest) {
    if (database.exists()) {
      database.write("forget a file", session -> FileRows.forget(session, digest));
    }
  }

  @Override
  public Optional<Entry> get(CommitId id) {
    return database.read(
        "read commit " + id.shortHex(), Optional.empty(), session -> CommitRows.get(session, id));
  }

  @Override
  public List<CommitId> withPrefix(String prefix, int limit) {
    String low = prefix + "0".repeat(Digest.HEX_DIGITS - prefix.length());
    String high = prefix + "f".repeat(Digest.HEX_DIGITS - prefix.length());
    return database.read("look for commits that start with " + prefix, List.of(), session -> {
      PreparedStatement select =
          session.prepare("SELECT id FROM commits WHERE id64 BETWEEN ? AND ? ORDER BY id64, id");
      select.setLong(1, Keys.prefix(Digest.parse(low)));
      select.setLong(2, Keys.prefix(Digest.parse(high)));
      List<CommitId> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (found.size() < limit && row.next()) {
          Digest digest = ObjectRows.digest(row.getBytes(1));
          if (digest != null && digest.hex().startsWith(prefix)) {
            found.add(new CommitId(digest));
          }
        }
      }
      return found;
    });
  }

  @Override
  public List<Entry> usersOf(Digest result, int limit) {
    return database.read(
        "look for users of " + result.shortHex(),
        List.of(),
        session -> InputRows.users(session, result, limit));
  }

  @Override
  public List<Entry> list(LogQuery query) {
    return database.read(
        "list commits", List.of(), session -> LogSql.run(session, query, clock.instant()));
  }

  @Override
  public StoreStats stats() {
    Map<String, Long> values = database.read("read the counters", Map.of(), Counters::all);
    return new StoreStats(
        new StoreStats.Commits(
            values.getOrDefault(Counters.COMPLETED, 0L),
            values.getOrDefault(Counters.FAILED, 0L),
            claims.running().size()),
        new StoreStats.Objects(
            values.getOrDefault(Counters.INLINE, 0L),
            values.getOrDefault(Counters.INLINE_BYTES, 0L)),
        new StoreStats.Objects(
            values.getOrDefault(Counters.FILES, 0L), values.getOrDefault(Counters.FILE_BYTES, 0L)),
        new StoreStats.Use(
            values.getOrDefault(Counters.HITS, 0L),
            values.getOrDefault(Counters.MISSES, 0L),
            Duration.ofNanos(values.getOrDefault(Counters.SAVED_NANOS, 0L))),
        database.diskBytes());
  }

  private static void insert(
      Session session,
      CommitId id,
      Commit commit,
      List<SmallObject> objects,
      Supplier<List<BlobInfo>> files)
      throws SQLException {
    for (SmallObject object : objects) {
      ObjectRows.put(session, object);
    }
    List<BlobInfo> found = files.get();
    for (BlobInfo file : found) {
      FileRows.note(session, file);
    }
    if (objects.size() + found.size() < 2) {
      ObjectRows.settle(session, commit.call().record());
      if (commit.output().isPresent()) {
        ObjectRows.settle(session, commit.output().get().digest());
      }
    }
    CommitRows.insert(session, id, commit);
  }
}
