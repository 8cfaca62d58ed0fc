package dev.cashet.store.sqlite;

import dev.cashet.store.StoreFormatException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, and how a database of an earlier format becomes one of this. Each step runs once, in one transaction with
 * the new format number. docs/format/database.md describes the newest.
 *
 * <p>Look-ups by hash go through an index on the first 64 bits, mapped so that signed order is the order of the hex
 * digits; the row holds all 32 bytes, which are compared. A sequential row id with such an index costs a third of a
 * clustered hash key on insert.
 */
final class Schema {
  /** "cash" in ASCII: marks the file as ours in SQLite's header. */
  static final int APPLICATION_ID = 0x63617368;

  private static final List<List<String>> STEPS = List.of(
      List.of(
          "PRAGMA application_id = " + APPLICATION_ID,
          """
              CREATE TABLE functions(
                function INTEGER PRIMARY KEY,
                qualified TEXT NOT NULL UNIQUE,
                short TEXT NOT NULL,
                method TEXT NOT NULL)""",
          "CREATE INDEX functions_by_short ON functions(short)",
          "CREATE INDEX functions_by_method ON functions(method)",
          """
              CREATE TABLE commits(
                seq INTEGER PRIMARY KEY,
                key64 INTEGER NOT NULL,
                id64 INTEGER NOT NULL,
                output64 INTEGER,
                record64 INTEGER NOT NULL,
                function INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                completed_at INTEGER NOT NULL,
                expires_at INTEGER,
                id BLOB NOT NULL,
                content BLOB NOT NULL)""",
          "CREATE INDEX commits_by_key ON commits(key64, completed_at)",
          "CREATE INDEX commits_by_id ON commits(id64)",
          "CREATE INDEX commits_by_time ON commits(completed_at)",
          "CREATE INDEX commits_by_function ON commits(function, completed_at)",
          """
              CREATE TABLE tags(
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY(name, value, seq)) WITHOUT ROWID""",
          """
              CREATE TABLE objects(
                object INTEGER PRIMARY KEY,
                digest64 INTEGER NOT NULL,
                digest BLOB NOT NULL,
                crc INTEGER NOT NULL,
                bytes BLOB NOT NULL)""",
          "CREATE INDEX objects_by_digest ON objects(digest64)",
          """
              CREATE TABLE files(
                digest BLOB PRIMARY KEY,
                stored INTEGER NOT NULL) WITHOUT ROWID""",
          """
              CREATE TABLE claims(
                key BLOB PRIMARY KEY,
                scheme INTEGER NOT NULL,
                token INTEGER NOT NULL,
                slot INTEGER NOT NULL,
                task TEXT NOT NULL,
                host TEXT NOT NULL,
                pid INTEGER NOT NULL,
                since INTEGER NOT NULL,
                until INTEGER NOT NULL) WITHOUT ROWID""",
          "CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"),
      List.of(
          // Format 2: the results that went into a run can be asked for from both ends.
          """
              CREATE TABLE inputs(
                blob64 INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY(blob64, seq)) WITHOUT ROWID""",
          "CREATE INDEX inputs_by_commit ON inputs(seq)",
          "CREATE INDEX tags_by_commit ON tags(seq)"),
      List.of(
          // Format 3: collection, pins, and queries that do not grow with the store.
          "ALTER TABLE commits ADD COLUMN took INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE commits ADD COLUMN size INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE commits ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE commits ADD COLUMN hits INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE commits ADD COLUMN lost INTEGER NOT NULL DEFAULT 0",
          "CREATE INDEX commits_by_use ON commits(used_at)",
          "CREATE INDEX commits_by_output ON commits(output64) WHERE output64 IS NOT NULL",
          "CREATE INDEX commits_by_record ON commits(record64)",
          "CREATE INDEX commits_completed ON commits(completed_at) WHERE kind < 2",
          "CREATE INDEX commits_failed ON commits(completed_at) WHERE kind = 2",
          "CREATE INDEX commits_by_expiry ON commits(expires_at) WHERE expires_at IS NOT NULL",
          "ALTER TABLE tags RENAME TO tags_2",
          """
              CREATE TABLE tags(
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                completed_at INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY(name, value, completed_at, seq)) WITHOUT ROWID""",
          """
              INSERT INTO tags SELECT t.name, t.value, c.completed_at, t.seq
                FROM tags_2 t JOIN commits c ON c.seq = t.seq""",
          "DROP TABLE tags_2",
          "CREATE INDEX tags_by_name ON tags(name, completed_at, seq)",
          "CREATE INDEX tags_by_commit ON tags(seq)",
          "ALTER TABLE files RENAME TO files_2",
          """
              CREATE TABLE files(
                digest64 INTEGER NOT NULL,
                digest BLOB NOT NULL,
                stored INTEGER NOT NULL,
                PRIMARY KEY(digest64, digest)) WITHOUT ROWID""",
          // The first 64 bits of each digest are filled in from the digests.
          "ALTER TABLE objects ADD COLUMN pending INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE objects ADD COLUMN kept_at INTEGER NOT NULL DEFAULT 0",
          """
              CREATE TABLE pins(
                pin INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                id BLOB NOT NULL,
                pinned_at INTEGER NOT NULL)""",
          "CREATE INDEX pins_by_commit ON pins(id)",
          """
              CREATE TABLE held(
                token INTEGER NOT NULL,
                blob64 INTEGER NOT NULL,
                PRIMARY KEY(token, blob64)) WITHOUT ROWID""",
          "CREATE INDEX held_by_result ON held(blob64)",
          "CREATE UNIQUE INDEX pins_by_name ON pins(name) WHERE name <> ''"),
      List.of(
          // Format 4: a circle of waiting tasks can be seen across processes.
          """
              CREATE TABLE waits(
                token INTEGER NOT NULL,
                awaited BLOB NOT NULL,
                PRIMARY KEY(token, awaited)) WITHOUT ROWID"""));

  /** The format that this version writes. */
  static final int VERSION = STEPS.size();

  private Schema() {}

  /** The format number of an open database; 0 if it is empty. */
  static int version(Session session) throws SQLException {
    return number(session, "PRAGMA user_version");
  }

  /**
   * Refuses what is not ours or is newer.
   *
   * @return the format number; 0 for an empty database
   */
  static int check(Session session, Path file) throws SQLException {
    // One snapshot: between two looks another process may have created the tables.
    session.run("BEGIN");
    int version = version(session);
    int application = number(session, "PRAGMA application_id");
    boolean empty = number(session, "SELECT count(*) FROM sqlite_master") == 0;
    session.run("COMMIT");
    if (empty && version == 0) {
      return 0;
    }
    if (application != APPLICATION_ID) {
      throw new StoreFormatException(
          "cannot open " + file + ": it is a SQLite database, but not one of cashet");
    }
    if (version > VERSION) {
      throw new StoreFormatException("cannot open "
          + file
          + ": it has format "
          + version
          + " and this version of cashet knows formats up to "
          + VERSION
          + "; use a newer cashet (nothing was changed)");
    }
    return version;
  }

  /** Runs the steps that a database lacks; the caller holds the write transaction. */
  static void migrate(Session session, int from) throws SQLException {
    migrate(session, from, VERSION);
  }

  static void migrate(Session session, int from, int to) throws SQLException {
    for (int step = from; step < to; step++) {
      for (String sql : STEPS.get(step)) {
        session.execute(sql);
      }
      if (step == 1) {
        InputRows.backfill(session);
      } else if (step == 2) {
        Backfill.toFormat3(session);
      }
    }
    session.execute("PRAGMA user_version = " + to);
  }

  private static int number(Session session, String sql) throws SQLException {
    try (ResultSet row = session.prepare(sql).executeQuery()) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
