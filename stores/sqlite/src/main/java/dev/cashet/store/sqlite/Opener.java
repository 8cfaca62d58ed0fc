package dev.cashet.store.sqlite;

import dev.cashet.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * How to open a connection. Settings as measured best (docs/performance.md): WAL, memory-mapped reads, rare automatic
 * checkpoints.
 *
 * @param file the database
 * @param url the address given to the driver
 * @param durable whether a commit waits for the disk
 */
record Opener(Path file, String url, boolean durable) {
  private static final int BUSY_TIMEOUT_MILLIS = 30_000;

  static Opener forWriting(Path file, boolean durable) {
    return new Opener(file, url(file, ""), durable);
  }

  /**
   * Finds a way to read without changing anything. Where the directory cannot be written, SQLite cannot make its
   * shared-memory file: if nobody else has made it and the log is empty, the file is read as immutable; if the log holds
   * commits that never reached the file, both are copied to a temporary place and read there.
   */
  static Opener forReading(Path directory, Path file, boolean durable) {
    Opener plain = new Opener(file, url(file, ""), durable);
    if (Files.isWritable(directory) && Files.isWritable(file)) {
      return plain;
    }
    Opener readOnly = new Opener(file, url(file, "?mode=ro"), durable);
    if (readOnly.works()) {
      return readOnly;
    }
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    try {
      if (Files.size(log) > 0) {
        return copied(file, log, durable);
      }
    } catch (NoSuchFileException e) {
      // No log: the file is all there is.
    } catch (IOException e) {
      throw new StoreFailedException("cannot read " + log, e);
    }
    return new Opener(file, url(file, "?immutable=1"), durable);
  }

  private static Opener copied(Path file, Path log, boolean durable) throws IOException {
    Path copy = Files.createTempDirectory("cashet-read-");
    Path database = copy.resolve(file.getFileName());
    Files.copy(log, copy.resolve(log.getFileName()));
    Files.copy(file, database);
    database.toFile().deleteOnExit();
    copy.toFile().deleteOnExit();
    return new Opener(file, url(database, ""), durable);
  }

  Session open() throws SQLException {
    NativeLibrary.prepare();
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setSynchronous(
        durable ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.NORMAL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    // Else the driver asks for the last row's number after every update, which doubles its cost.
    config.setGetGeneratedKeys(false);
    Session session = new Session(config.createConnection(url));
    try {
      session.execute("PRAGMA mmap_size = 268435456");
      session.execute("PRAGMA wal_autocheckpoint = 20000");
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /** An empty database that nobody else sees. */
  static Session inMemory() throws SQLException {
    NativeLibrary.prepare();
    return new Session(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
  }

  /** Makes the tables or adds what an earlier format lacks; the caller holds the writer's ticket. */
  void createOrMigrate() {
    try (Session session = open()) {
      int version = Schema.check(session, file);
      if (version == Schema.VERSION) {
        return;
      }
      if (version == 0) {
        // Lets the file shrink page by page; cannot be had later without rewriting all of it.
        session.execute("PRAGMA auto_vacuum = INCREMENTAL");
        session.execute("PRAGMA journal_mode = WAL");
      }
      session.execute("BEGIN IMMEDIATE");
      try {
        Schema.migrate(session, Schema.version(session));
        session.execute("COMMIT");
      } catch (SQLException | RuntimeException e) {
        session.execute("ROLLBACK");
        throw e;
      }
    } catch (SQLException e) {
      throw SqlErrors.translate("create or migrate the store", file, e);
    }
  }

  private boolean works() {
    try (Session session = open()) {
      Schema.version(session);
      session.run("SELECT count(*) FROM sqlite_master");
      return true;
    } catch (SQLException e) {
      if (SqlErrors.isAccess(e)) {
        return false;
      }
      throw SqlErrors.translate("read the store", file, e);
    }
  }

  /** A file: URI, so that no character of the path is taken for a parameter. */
  private static String url(Path file, String parameters) {
    return "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + parameters;
  }
}
