package dev.cashet.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Sums that every write keeps up to date, so that asking for them scans nothing; they can be counted anew. */
final class Counters {
  static final String COMPLETED = "commits.completed";
  static final String FAILED = "commits.failed";
  static final String INLINE = "inline.count";
  static final String INLINE_BYTES = "inline.bytes";
  static final String FILES = "files.count";
  static final String FILE_BYTES = "files.bytes";
  static final String HITS = "use.hits";
  static final String MISSES = "use.misses";
  static final String SAVED_NANOS = "use.saved";
  static final String TOKEN = "claims.token";

  private Counters() {}

  /** Adds and returns the new value; the caller is in a write transaction. */
  static long add(Session session, String name, long amount) throws SQLException {
    PreparedStatement add = session.prepare("INSERT INTO counters(name, value) VALUES(?1, ?2)"
        + " ON CONFLICT(name) DO UPDATE SET value = value + ?2 RETURNING value");
    add.setString(1, name);
    add.setLong(2, amount);
    try (ResultSet row = add.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static long count(Session session, String name) throws SQLException {
    PreparedStatement select = session.prepare("SELECT value FROM counters WHERE name = ?");
    select.setString(1, name);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  static void set(Session session, String name, long value) throws SQLException {
    PreparedStatement put =
        session.prepare("INSERT OR REPLACE INTO counters(name, value) VALUES(?, ?)");
    put.setString(1, name);
    put.setLong(2, value);
    put.executeUpdate();
  }

  static Map<String, Long> all(Session session) throws SQLException {
    Map<String, Long> values = new HashMap<>();
    try (ResultSet row = session.prepare("SELECT name, value FROM counters").executeQuery()) {
      while (row.next()) {
        values.put(row.getString(1), row.getLong(2));
      }
    }
    return values;
  }
}
