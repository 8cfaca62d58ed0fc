package dev.cashet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

/** SQLite as one would use it by hand for this work, with the settings of the store: the floor. */
final class RawSqlite implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement insert;
  private final PreparedStatement claim;
  private final PreparedStatement release;
  private final PreparedStatement select;

  RawSqlite(Path file) throws Exception {
    Files.createDirectories(file.getParent());
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      statement.execute("PRAGMA mmap_size = 268435456");
      statement.execute("PRAGMA wal_autocheckpoint = 20000");
      statement.execute("CREATE TABLE t(seq INTEGER PRIMARY KEY, k INTEGER, c BLOB, v BLOB)");
      statement.execute("CREATE INDEX t_k ON t(k)");
      statement.execute("CREATE TABLE claims(k INTEGER PRIMARY KEY, owner INTEGER)");
    }
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    insert = connection.prepareStatement("INSERT INTO t(k, c, v) VALUES(?,?,?)");
    claim = connection.prepareStatement("INSERT INTO claims(k, owner) VALUES(?, 1)");
    release = connection.prepareStatement("DELETE FROM claims WHERE k = ?");
    select = connection.prepareStatement("SELECT c, v FROM t WHERE k = ?");
  }

  void put(long key, byte[] content, byte[] value) throws Exception {
    insert.setLong(1, spread(key));
    insert.setBytes(2, content);
    insert.setBytes(3, value);
    insert.executeUpdate();
  }

  /** A claim in one transaction, the result and the end of the claim in another. */
  void claimAndPut(long key, byte[] content, byte[] value) throws Exception {
    begin.execute();
    claim.setLong(1, spread(key));
    claim.executeUpdate();
    commit.execute();
    begin.execute();
    put(key, content, value);
    release.setLong(1, spread(key));
    release.executeUpdate();
    commit.execute();
  }

  int get(long key) throws Exception {
    select.setLong(1, spread(key));
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getBytes(1).length + row.getBytes(2).length : -1;
    }
  }

  /** Keys come in no order, as hashes do. */
  private static long spread(long key) {
    return key * 0x9E3779B97F4A7C15L;
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }
}
