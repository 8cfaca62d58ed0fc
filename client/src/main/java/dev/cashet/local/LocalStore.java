package dev.cashet.local;

import dev.cashet.store.BlobStore;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Maintenance;
import dev.cashet.store.Pins;
import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.StoreStats;
import dev.cashet.store.files.FileBlobStore;
import dev.cashet.store.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The default store: commits, claims and small objects in SQLite, large blobs in files, in one directory. */
public final class LocalStore implements Store {
  private final Path directory;
  private final SqliteStore database;
  private final FileBlobStore files;
  private final TieredBlobs blobs;
  private final LocalCommits commits;
  private final LocalMaintenance maintenance;

  private LocalStore(Path directory, SqliteStore database, FileBlobStore files) {
    this.directory = directory;
    this.database = database;
    this.files = files;
    this.blobs = new TieredBlobs(database, files);
    Extras extras = new Extras(directory, files.sweep());
    this.commits = new LocalCommits(database.commits(), files, extras);
    this.maintenance = new LocalMaintenance(directory, database, files, extras);
  }

  /**
   * The store in this directory; nothing is created before the first write.
   *
   * @throws dev.cashet.store.StoreException if the path is a file
   */
  public static LocalStore open(Path directory, StoreOptions options) {
    return new LocalStore(
        directory,
        SqliteStore.open(directory, options),
        FileBlobStore.openCollected(directory, options.durable()));
  }

  @Override
  public BlobStore blobs() {
    return blobs;
  }

  @Override
  public CommitStore commits() {
    return commits;
  }

  @Override
  public Claims claims() {
    return database.claims();
  }

  @Override
  public Pins pins() {
    return database.pins();
  }

  @Override
  public Maintenance maintenance() {
    return maintenance;
  }

  @Override
  public int smallObjectLimit() {
    return database.smallObjectLimit();
  }

  @Override
  public void record(StoreStats.Use use) {
    database.record(use);
  }

  @Override
  public OptionalLong generation() {
    return database.generation();
  }

  @Override
  public Optional<Path> indexDirectory() {
    boolean written = Files.exists(directory.resolve("meta.db")) && Files.isWritable(directory);
    return written ? Optional.of(directory.resolve("index")) : Optional.empty();
  }

  @Override
  public Optional<byte[]> secretKey(boolean create) {
    return new SecretKeyFile(directory).get(create);
  }

  @Override
  public String location() {
    return database.location();
  }

  @Override
  public void close() {
    try {
      database.close();
    } finally {
      files.releaseAll();
    }
  }
}
