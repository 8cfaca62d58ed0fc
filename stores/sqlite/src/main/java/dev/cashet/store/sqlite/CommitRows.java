package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.FunctionName;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.Entry;
import dev.cashet.store.SmallObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
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
          + " WHERE c.key64 = ? AND c.kind = 0 ORDER BY c.completed_at DESC, c.seq DESC";
  private static final String LATEST =
      "SELECT id, content FROM commits WHERE key64 = ? ORDER BY completed_at DESC, seq DESC";
  private static final String BY_ID = "SELECT seq, id, content FROM commits WHERE id64 = ?";
  private static final String INSERT =
      "INSERT INTO commits(key64, id64, output64, record64, function, kind, completed_at,"
          + " expires_at, id, content) VALUES(?,?,?,?,?,?,?,?,?,?) RETURNING seq";

  private CommitRows() {}

  static Optional<Entry> newest(Session session, Fingerprint fingerprint) throws SQLException {
    PreparedStatement select = session.prepare(NEWEST);
    select.setLong(1, Keys.prefix(fingerprint.digest()));
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Entry entry = entry(row.getBytes(1), row.getBytes(2));
        if (entry == null || !entry.commit().call().fingerprint().equals(fingerprint)) {
          continue;
        }
        Digest output = entry.commit().output().orElseThrow().digest();
        byte[] bytes = row.getBytes(5);
        if (bytes != null
            && output.equals(ObjectRows.digest(row.getBytes(3)))
            && ObjectRows.crc(bytes) == row.getLong(4)) {
          SmallObject small = SmallObject.known(output, bytes);
          return Optional.of(new Entry(entry.id(), entry.commit(), Optional.of(small)));
        }
        return Optional.of(entry);
      }
      return Optional.empty();
    }
  }

  static Optional<CommitId> latest(Session session, Fingerprint fingerprint) throws SQLException {
    PreparedStatement select = session.prepare(LATEST);
    select.setLong(1, Keys.prefix(fingerprint.digest()));
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Entry entry = entry(row.getBytes(1), row.getBytes(2));
        if (entry != null && entry.commit().call().fingerprint().equals(fingerprint)) {
          return Optional.of(entry.id());
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
    Optional<Digest> output = commit.output().map(ref -> ref.digest());
    PreparedStatement insert = session.prepare(INSERT);
    insert.setLong(1, Keys.prefix(commit.call().fingerprint().digest()));
    insert.setLong(2, Keys.prefix(id.digest()));
    if (output.isPresent()) {
      insert.setLong(3, Keys.prefix(output.get()));
    } else {
      insert.setNull(3, Types.INTEGER);
    }
    insert.setLong(4, Keys.prefix(commit.call().record()));
    insert.setLong(5, function(session, commit.call().name()));
    insert.setInt(6, kind(commit));
    insert.setLong(7, Keys.nanos(commit.run().completedAt()));
    if (commit.expiresAt().isPresent()) {
      insert.setLong(8, Keys.nanos(commit.expiresAt().get()));
    } else {
      insert.setNull(8, Types.INTEGER);
    }
    insert.setBytes(9, id.digest().toBytes());
    insert.setBytes(10, commit.encode());
    long seq;
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      seq = row.getLong(1);
    }
    insertTags(session, seq, commit.terms().tags().values());
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

  private static int kind(Commit commit) {
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

  private static boolean isThere(Session session, CommitId id) throws SQLException {
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

  private static long function(Session session, FunctionName name) throws SQLException {
    PreparedStatement find = session.prepare("SELECT function FROM functions WHERE qualified = ?");
    find.setString(1, name.qualifiedName());
    try (ResultSet row = find.executeQuery()) {
      if (row.next()) {
        return row.getLong(1);
      }
    }
    PreparedStatement insert = session.prepare(
        "INSERT INTO functions(qualified, short, method) VALUES(?,?,?) RETURNING function");
    insert.setString(1, name.qualifiedName());
    insert.setString(2, name.shortName());
    insert.setString(3, name.shortName().substring(name.shortName().lastIndexOf('.') + 1));
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void insertTags(Session session, long seq, Map<String, String> tags)
      throws SQLException {
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      PreparedStatement insert =
          session.prepare("INSERT OR IGNORE INTO tags(name, value, seq) VALUES(?,?,?)");
      insert.setString(1, tag.getKey());
      insert.setString(2, tag.getValue());
      insert.setLong(3, seq);
      insert.executeUpdate();
    }
  }
}
