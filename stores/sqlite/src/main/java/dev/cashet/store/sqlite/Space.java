package dev.cashet.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The pages of the database file: how many are in use, and giving back those that are not. */
final class Space {
  private static final int PAGES_AT_ONCE = 2_000;

  private Space() {}

  static long usedBytes(Session session) throws SQLException {
    return (number(session, "PRAGMA page_count") - number(session, "PRAGMA freelist_count"))
        * number(session, "PRAGMA page_size");
  }

  /** In steps, between which others may write. */
  static void shrink(SqliteDatabase database) {
    while (database.alone("shrink the store", Space::shrink)) {
      // the next step
    }
    database.alone("shrink the store", session -> {
      try (java.sql.Statement statement = session.statement()) {
        return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    });
  }

  private static boolean shrink(Session session) throws SQLException {
    long free = number(session, "PRAGMA freelist_count");
    if (free == 0) {
      return false;
    }
    if (number(session, "PRAGMA auto_vacuum") == 0) {
      // Made before format 3: rewritten once, and able to shrink in steps from then on.
      if (free * 4 >= number(session, "PRAGMA page_count")) {
        session.execute("PRAGMA auto_vacuum = INCREMENTAL");
        session.execute("VACUUM");
      }
      return false;
    }
    try (java.sql.Statement statement = session.statement()) {
      // Only this way of running it goes on to its end; the others stop after the first page.
      statement.executeUpdate("PRAGMA incremental_vacuum(" + PAGES_AT_ONCE + ")");
    }
    return free > PAGES_AT_ONCE;
  }

  private static long number(Session session, String pragma) throws SQLException {
    try (ResultSet row = session.prepare(pragma).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
