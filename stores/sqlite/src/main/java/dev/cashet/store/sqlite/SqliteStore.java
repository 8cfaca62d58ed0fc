package dev.cashet.store.sqlite;

import dev.cashet.store.Claims;
import dev.cashet.store.Pins;
import dev.cashet.store.Store;
import dev.cashet.store.StoreException;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.StoreStats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A whole store in one SQLite file, {@code meta.db}. Complete by itself; with large results it is better joined with a
 * blob store that keeps files. Safe for many threads, and for many processes of one machine.
 */
public final class SqliteStore implements Store {
  private static final int SMALL_OBJECT_LIMIT = 1023;

  private final SqliteDatabase database;
  private final SqliteObjects objects;
  private final SqliteClaims claims;
  private final SqliteCommits commits;
  private final SqlitePins pins;
  private final Uses uses;
  private final SqliteMaintenance maintenance;

  private SqliteStore(Path directory, StoreOptions options) {
    this.database = new SqliteDatabase(directory, options.durable());
    this.objects = new SqliteObjects(database, options.clock());
    this.claims = new SqliteClaims(database, options.clock());
    this.commits = new SqliteCommits(database, claims, options.clock());
    this.pins = new SqlitePins(database, options.clock());
    this.uses = new Uses(database, options.clock());
    this.maintenance = new SqliteMaintenance(database, uses, options.clock());
  }

  /**
   * A store in this directory; nothing is created before the first write.
   *
   * @throws StoreException if the path is a file
   */
  public static SqliteStore open(Path directory, StoreOptions options) {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new dev.cashet.store.StoreFormatException(
          "cannot open a store in " + directory + ": it is a file, not a directory");
    }
    return new SqliteStore(directory, options);
  }

  @Override
  public SqliteObjects blobs() {
    return objects;
  }

  @Override
  public SqliteCommits commits() {
    return commits;
  }

  @Override
  public Claims claims() {
    return claims;
  }

  @Override
  public Pins pins() {
    return pins;
  }

  @Override
  public SqliteMaintenance maintenance() {
    return maintenance;
  }

  /** The list of blobs in files that lie beside the database. */
  public FileTable fileTable() {
    return new FileTable(database);
  }

  @Override
  public int smallObjectLimit() {
    return SMALL_OBJECT_LIMIT;
  }

  @Override
  public void record(StoreStats.Use use) {
    uses.count(use);
  }

  @Override
  public OptionalLong generation() {
    return database.generation();
  }

  @Override
  public String location() {
    return database.directory().toString();
  }

  @Override
  public void close() {
    try {
      claims.releaseAll();
      uses.close();
    } finally {
      database.close();
    }
  }
}
