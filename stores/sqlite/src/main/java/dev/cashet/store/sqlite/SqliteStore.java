package dev.cashet.store.sqlite;

import dev.cashet.store.Claims;
import dev.cashet.store.Store;
import dev.cashet.store.StoreException;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.StoreStats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

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
  private final AtomicReference<StoreStats.Use> unsaved =
      new AtomicReference<>(StoreStats.Use.NONE);

  private SqliteStore(Path directory, StoreOptions options) {
    this.database = new SqliteDatabase(directory, options.durable());
    this.objects = new SqliteObjects(database);
    this.claims = new SqliteClaims(database, options.clock());
    this.commits = new SqliteCommits(database, claims, options.clock());
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
  public int smallObjectLimit() {
    return SMALL_OBJECT_LIMIT;
  }

  @Override
  public void record(StoreStats.Use use) {
    unsaved.accumulateAndGet(use, StoreStats.Use::and);
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
      saveUse();
    } finally {
      database.close();
    }
  }

  /** Counts of use are worth keeping but not worth failing for. */
  private void saveUse() {
    StoreStats.Use use = unsaved.getAndSet(StoreStats.Use.NONE);
    if (use.equals(StoreStats.Use.NONE) || !database.exists()) {
      return;
    }
    try {
      database.write("save the counters of use", session -> {
        Counters.add(session, Counters.HITS, use.hits());
        Counters.add(session, Counters.MISSES, use.misses());
        return Counters.add(session, Counters.SAVED_NANOS, use.timeSaved().toNanos());
      });
    } catch (StoreException e) {
      System.getLogger("dev.cashet.store")
          .log(System.Logger.Level.DEBUG, "counters of use not saved: {0}", e.getMessage());
    }
  }
}
