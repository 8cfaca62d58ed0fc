package dev.cashet.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Lets the queries of today read a database of an earlier format without changing it: temporary views, which lie in memory
 * and are found before the tables of the same name, add what the tables lack.
 */
final class OldFormat {
  private static final List<String> BEFORE_2 = List.of(
      "CREATE TEMP VIEW inputs AS" + " SELECT 0 AS blob64, 0 AS seq FROM main.commits WHERE 0");

  private static final List<String> BEFORE_3 = List.of(
      "CREATE TEMP VIEW commits AS SELECT seq, key64, id64, output64, record64, function, kind,"
          + " completed_at, expires_at, id, content, 0 AS took, 0 AS size,"
          + " completed_at AS used_at, 0 AS hits, 0 AS lost FROM main.commits",
      "CREATE TEMP VIEW tags AS SELECT t.name, t.value, c.completed_at, t.seq"
          + " FROM main.tags t JOIN main.commits c ON c.seq = t.seq",
      "CREATE TEMP VIEW files AS SELECT 0 AS digest64, digest, stored FROM main.files",
      "CREATE TEMP VIEW held AS SELECT 0 AS token, 0 AS blob64 FROM main.commits WHERE 0",
      "CREATE TEMP VIEW pins AS"
          + " SELECT 0 AS pin, '' AS name, x'' AS id, 0 AS pinned_at FROM main.commits WHERE 0");

  private OldFormat() {}

  /** For a connection that will only read. */
  static void cover(Session session) throws SQLException {
    int version;
    try (ResultSet row = session.prepare("PRAGMA user_version").executeQuery()) {
      version = row.next() ? row.getInt(1) : 0;
    }
    if (version == 1) {
      run(session, BEFORE_2);
    }
    if (version == 1 || version == 2) {
      run(session, BEFORE_3);
    }
  }

  private static void run(Session session, List<String> statements) throws SQLException {
    for (String sql : statements) {
      session.execute(sql);
    }
  }
}
