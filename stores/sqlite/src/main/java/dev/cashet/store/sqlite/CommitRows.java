package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.Entry;
import dev.cashet.store.SmallObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Commits as rows. What is handed out has passed the check of its name; a row that fails is passed over. */
final class CommitRows {
  /** A completed commit that may be served. */
  static final int SERVABLE = 0;

  /** A completed commit that asked never to be served. */
  static final int UNSERVABLE = 1;

  /** A commit with an error. */
  static final int FAILED = 2;

  // One look for the commit and, where it lies in the database, its result.
  private static final String NEWEST =
      "SELECT c.id, c.content, o.digest, o.crc, o.bytes FROM commits c"
          + " LEFT JOIN objects o ON o.digest64 = c.output64"
          + " WHERE c.key64 = ? AND c.kind = 0 AND c.lost & 1 = 0 ORDER BY c.completed_at DESC, c.seq DESC";
  private static final String LATEST =
      "SELECT id, content FROM commits WHERE key64 = ? ORDER BY completed_at DESC, seq DESC";
  private static final String NEWEST_FAILURE =
      "SELECT id, content FROM commits WHERE key64 = ? AND kind = 2"
          + " ORDER BY completed_at DESC, seq DESC";
  private static final String BY_ID = "SELECT seq, id, content FROM commits WHERE id64 = ?";
  private static final String INSERT =
      "INSERT INTO commits(key64, id64, output64, record64, function, kind, completed_at,"
          + " expires_at, id, content, took, size, used_at)"
          + " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING seq";

  private CommitRows() {}

  static Optional<Entry> newest(Session session, Fingerprint fingerprint) throws SQLException {
    PreparedStatement select = session.prepare(NEWEST);
    select.setLong(1, Keys.prefix(fingerprint.digest()));
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Entry entry = entry(row.getBytes(1), row.getBytes(2));
        if (entry == null
            || !entry.commit().call().fingerprint().equals(fingerprint)
            || kind(entry.commit()) != SERVABLE) {
          continue;
        }
        Digest output = entry.commit().output().orElseThrow().digest();
        byte[] bytes = row.getBytes(5);
        if (bytes != null
            && output.equals(ObjectRows.digest(row.getBytes(3)))
            && ObjectRows.isSound(output, row.getLong(4), bytes)) {
          SmallObject small = SmallObject.known(output, bytes);
          return Optional.of(new Entry(entry.id(), entry.commit(), Optional.of(small)));
        }
        return Optional.of(entry);
      }
      return Optional.empty();
    }
  }

  static Optional<CommitId> latest(Session session, Fingerprint fingerprint) throws SQLException {
    return first(session, LATEST, fingerprint, commit -> true).map(Entry::id);
  }

  static Optional<Entry> newestFailure(Session session, Fingerprint fingerprint)
      throws SQLException {
    return first(session, NEWEST_FAILURE, fingerprint, commit -> commit.terms().servable());
  }

  private static Optional<Entry> first(
      Session session, String sql, Fingerprint fingerprint, Predicate<Commit> wanted)
      throws SQLException {
    PreparedStatement select = session.prepare(sql);
    select.setLong(1, Keys.prefix(fingerprint.digest()));
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Entry entry = entry(row.getBytes(1), row.getBytes(2));
        if (entry != null
            && entry.commit().call().fingerprint().equals(fingerprint)
            && wanted.test(entry.commit())) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The commit of this name.
   *
   * @throws MalformedRecordException if the row's content is not what the name says
   */
  static Optional<Entry> get(Session session, CommitId id) throws SQLException {
    PreparedStatement select = session.prepare(BY_ID);
    select.setLong(1, Keys.prefix(id.digest()));
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (id.digest().equals(ObjectRows.digest(row.getBytes(2)))) {
          Commit commit = Commit.decode(id, row.getBytes(3));
          return Optional.of(new Entry(id, commit, Optional.empty()));
        }
      }
      return Optional.empty();
    }
  }

  /** Adds the row and what hangs on it, unless the commit is there already. */
  static void insert(Session session, CommitId id, Commit commit) throws SQLException {
    if (isThere(session, id)) {
      return;
    }
    if (kind(commit) == SERVABLE && hasServable(session, commit.call().fingerprint())) {
      // Another commit was the newest of its key until now.
      session.outdates();
    }
    Derived derived = Derived.of(id, commit);
    PreparedStatement insert = session.prepare(INSERT);
    derived.set(insert, FunctionRows.number(session, commit.call().name()));
    insert.setBytes(9, id.digest().toBytes());
    insert.setBytes(10, commit.encode());
    insert.setLong(11, derived.took());
    insert.setLong(12, derived.size());
    insert.setLong(13, derived.completedAt());
    long seq;
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      seq = row.getLong(1);
    }
    TagRows.insert(session, seq, derived.completedAt(), commit.terms().tags().values());
    InputRows.insert(session, seq, commit);
    Counters.add(session, kind(commit) == FAILED ? Counters.FAILED : Counters.COMPLETED, 1);
  }

  /** The row as an entry; null if it fails its check. */
  static @Nullable Entry entry(byte[] idBytes, byte[] content) {
    Digest digest = ObjectRows.digest(idBytes);
    if (digest == null || content == null) {
      return null;
    }
    try {
      CommitId id = new CommitId(digest);
      return new Entry(id, Commit.decode(id, content), Optional.empty());
    } catch (MalformedRecordException e) {
      return null;
    }
  }

  static int kind(Commit commit) {
    if (commit.output().isEmpty()) {
      return FAILED;
    }
    return commit.terms().servable() ? SERVABLE : UNSERVABLE;
  }

  private static boolean hasServable(Session session, Fingerprint fingerprint) throws SQLException {
    PreparedStatement select =
        session.prepare("SELECT 1 FROM commits WHERE key64 = ? AND kind = 0 LIMIT 1");
    select.setLong(1, Keys.prefix(fingerprint.digest()));
    try (ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  static boolean isThere(Session session, CommitId id) throws SQLException {
    PreparedStatement select = session.prepare(BY_ID);
    select.setLong(1, Keys.prefix(id.digest()));
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (id.digest().equals(ObjectRows.digest(row.getBytes(2)))) {
          return true;
        }
      }
      return false;
    }
  }
}
