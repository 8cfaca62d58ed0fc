package dev.cashet.store.sqlite;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Removed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes commits out of the tables, with what hangs on them and the objects that nobody names any more, in one
 * transaction. Whole sets at a time: a statement for each commit costs three times as much.
 */
final class Removal {
  /** Whether a commit names the blob of that number; a clash of the first 64 bits errs on the side of keeping. */
  private static final String NAMED = "(EXISTS (SELECT 1 FROM commits c WHERE c.output64 = BLOB)"
      + " OR EXISTS (SELECT 1 FROM commits c WHERE c.record64 = BLOB))";

  private final Session session;
  private final long spareFrom;

  /**
   * A removal in an open transaction.
   *
   * @param spareFrom objects that a writer has put since then, and has yet to name, stay
   */
  Removal(Session session, long spareFrom) {
    this.session = session;
    this.spareFrom = spareFrom;
  }

  static boolean isNamed(Session session, Digest digest) throws SQLException {
    PreparedStatement select = session.prepare("SELECT " + NAMED.replace("BLOB", "?1"));
    select.setLong(1, Keys.prefix(digest));
    try (ResultSet row = select.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  Freed commits(Collection<CommitId> ids) throws SQLException {
    session.run("CREATE TEMP TABLE IF NOT EXISTS victims(seq INTEGER PRIMARY KEY)");
    session.run("CREATE TEMP TABLE IF NOT EXISTS freed(digest64 INTEGER PRIMARY KEY)");
    session.run("DELETE FROM temp.victims");
    session.run("DELETE FROM temp.freed");
    PreparedStatement choose = session.prepare("INSERT OR IGNORE INTO temp.victims"
        + " SELECT seq FROM commits WHERE id64 = ? AND id = ?");
    for (CommitId id : ids) {
      choose.setLong(1, Keys.prefix(id.digest()));
      choose.setBytes(2, id.digest().toBytes());
      choose.executeUpdate();
    }
    session.run("INSERT OR IGNORE INTO temp.freed SELECT output64 FROM commits"
        + " WHERE output64 IS NOT NULL AND seq IN (SELECT seq FROM temp.victims)");
    session.run("INSERT OR IGNORE INTO temp.freed SELECT record64 FROM commits"
        + " WHERE seq IN (SELECT seq FROM temp.victims)");
    Removed rows = countAndDelete();
    session.run("DELETE FROM temp.freed WHERE " + NAMED.replace("BLOB", "digest64"));
    Removed objects = objects("digest64 IN (SELECT digest64 FROM temp.freed)");
    return new Freed(rows.and(objects), files());
  }

  /** Objects that no commit names. */
  Removed orphans(boolean dryRun) throws SQLException {
    String orphans = "kept_at < " + spareFrom + " AND NOT " + NAMED.replace("BLOB", "digest64");
    return dryRun ? count(orphans) : objects(orphans);
  }

  /** All objects that no writer is about to name. */
  Removed all() throws SQLException {
    return objects("1");
  }

  private Removed countAndDelete() throws SQLException {
    session.outdates();
    long commits = 0;
    long bytes = 0;
    try (ResultSet row = session
        .prepare("SELECT kind, count(*), sum(length(content)) FROM commits"
            + " WHERE seq IN (SELECT seq FROM temp.victims) GROUP BY kind")
        .executeQuery()) {
      while (row.next()) {
        boolean failed = row.getInt(1) == CommitRows.FAILED;
        commits += row.getLong(2);
        bytes += row.getLong(3);
        Counters.add(session, failed ? Counters.FAILED : Counters.COMPLETED, -row.getLong(2));
      }
    }
    if (isPinned()) {
      session.run("DELETE FROM pins WHERE id IN"
          + " (SELECT id FROM commits WHERE seq IN (SELECT seq FROM temp.victims))");
    }
    for (String table : List.of("tags", "inputs", "commits")) {
      session.run("DELETE FROM " + table + " WHERE seq IN (SELECT seq FROM temp.victims)");
    }
    return new Removed(commits, 0, bytes);
  }

  private boolean isPinned() throws SQLException {
    try (ResultSet row = session.prepare("SELECT 1 FROM pins LIMIT 1").executeQuery()) {
      return row.next();
    }
  }

  private Removed objects(String which) throws SQLException {
    String free = which + " AND (pending = 0 OR kept_at < " + spareFrom + ")";
    Removed removed = count(free);
    if (removed.blobs() > 0) {
      session.execute("DELETE FROM objects WHERE " + free);
      Counters.add(session, Counters.INLINE, -removed.blobs());
      Counters.add(session, Counters.INLINE_BYTES, -removed.bytes());
    }
    return removed;
  }

  private Removed count(String which) throws SQLException {
    try (java.sql.Statement statement = session.statement();
        ResultSet row = statement.executeQuery(
            "SELECT count(*), coalesce(sum(length(bytes)), 0) FROM objects WHERE " + which)) {
      return row.next() ? new Removed(0, row.getLong(1), row.getLong(2)) : Removed.NOTHING;
    }
  }

  private List<Digest> files() throws SQLException {
    List<Digest> files = new ArrayList<>();
    try (ResultSet row = session
        .prepare("SELECT digest FROM files WHERE digest64 IN (SELECT digest64 FROM temp.freed)")
        .executeQuery()) {
      while (row.next()) {
        Digest digest = ObjectRows.digest(row.getBytes(1));
        if (digest != null) {
          files.add(digest);
        }
      }
    }
    return files;
  }
}
