package dev.cashet.store.sqlite;

import dev.cashet.store.StoreException;
import dev.cashet.store.StoreFailedException;
import dev.cashet.store.StoreReadOnlyException;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The database file of a store directory: created by the first write, read without being changed, reopened when someone
 * has deleted the store. Reads run side by side on pooled connections; writes run one at a time, each in one {@code BEGIN
 * IMMEDIATE} transaction behind the ticket of {@link StoreLocks}.
 */
final class SqliteDatabase implements AutoCloseable {
  /** Work on a connection. */
  interface Work<T> {
    T run(Session session) throws SQLException;
  }

  private static final String FILE = "meta.db";

  /** In KiB, as SQLite wants it, with a minus; the usual is SQLite's own. */
  private static final int MUCH_CACHE = -200_000;

  private static final int USUAL_CACHE = -2_000;

  private final Path directory;
  private final Path file;
  private final boolean durable;
  private final Object opening = new Object();
  private volatile @Nullable Connections open;
  private volatile boolean closed;

  SqliteDatabase(Path directory, boolean durable) {
    this.directory = directory;
    this.file = directory.resolve(FILE);
    this.durable = durable;
  }

  Path file() {
    return file;
  }

  Path directory() {
    return directory;
  }

  /** Whether there is anything to read. */
  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Reads.
   *
   * @param attempted for messages
   * @param absent the answer when there is no database
   */
  <T> T read(String attempted, T absent, Work<T> work) {
    Connections connections = forReading();
    if (connections == null) {
      return absent;
    }
    try {
      Session session = connections.borrow();
      try {
        T result = work.run(session);
        connections.giveBack(session);
        return result;
      } catch (SQLException | RuntimeException e) {
        connections.drop(session);
        throw e;
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(attempted, file, e);
    }
  }

  /** Writes in one transaction: all of it or nothing. */
  <T> T write(String attempted, Work<T> work) {
    return write(attempted, durable, work);
  }

  private <T> T write(String attempted, boolean waitForDisk, Work<T> work) {
    Connections connections = forWriting();
    StoreLocks locks = connections.locks();
    FileLock ticket = locks.lockWriter();
    try {
      Session session = connections.writer();
      // Whoever was killed amid a change has left it open.
      connections.generation().settle();
      if (durable) {
        session.execute("PRAGMA synchronous = " + (waitForDisk ? "FULL" : "NORMAL"));
      }
      session.run("BEGIN IMMEDIATE");
      boolean committed = false;
      try {
        T result = work.run(session);
        session.run("COMMIT");
        committed = true;
        connections.written();
        return result;
      } finally {
        if (!committed) {
          connections.rollback();
        }
        connections.generation().settle();
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(attempted, file, e);
    } finally {
      locks.unlockWriter(ticket);
    }
  }

  /**
   * Writes without waiting for the disk where commits do: for what is worth nothing once the machine's power has failed. The
   * next write that waits makes it durable too.
   */
  <T> T writeSoon(String attempted, Work<T> work) {
    return write(attempted, false, work);
  }

  /** As {@link dev.cashet.store.Store#generation}. */
  OptionalLong generation() {
    Connections connections = open;
    return connections == null || connections.isStale()
        ? OptionalLong.empty()
        : connections.generation().read();
  }

  /** Works on the writing connection without a transaction, and keeps other writers out meanwhile. */
  <T> T alone(String attempted, Work<T> work) {
    Connections connections = forWriting();
    StoreLocks locks = connections.locks();
    FileLock ticket = locks.lockWriter();
    try {
      return work.run(connections.writer());
    } catch (SQLException e) {
      throw SqlErrors.translate(attempted, file, e);
    } finally {
      locks.unlockWriter(ticket);
    }
  }

  /** As {@link #write}, for one that changes pages all over the file: with room to keep them until the end. */
  <T> T writeMuch(String attempted, Work<T> work) {
    return write(attempted, session -> {
      session.execute("PRAGMA cache_size = " + MUCH_CACHE);
      try {
        return work.run(session);
      } finally {
        session.execute("PRAGMA cache_size = " + USUAL_CACHE);
      }
    });
  }

  /** Puts a new database with what can be saved in the place of a damaged one; what was saved. */
  String salvage() {
    synchronized (opening) {
      Connections connections = open;
      open = null;
      if (connections != null) {
        connections.close();
      }
      StoreLocks locks = StoreLocks.join(directory);
      FileLock ticket = locks.lockWriter();
      try {
        return new Salvage(file).run();
      } finally {
        locks.unlockWriter(ticket);
        locks.leave();
      }
    }
  }

  /** Bytes of the database and its log and lock files. */
  long diskBytes() {
    return bytes("meta.db", "meta.db-wal") + besideBytes();
  }

  /** Bytes of the files that do not grow with the store. */
  long besideBytes() {
    return bytes("meta.db-shm", "writer.lock", "owners.lock", Generation.FILE);
  }

  private long bytes(String... names) {
    long sum = 0;
    for (String name : names) {
      try {
        // A look at the name only: opening one of these files would drop SQLite's locks.
        sum += Files.size(directory.resolve(name));
      } catch (NoSuchFileException e) {
        continue;
      } catch (IOException e) {
        throw new StoreFailedException("cannot read the size of " + name + " in " + directory, e);
      }
    }
    return sum;
  }

  /** What stands for this JVM in claims; for use inside a write. */
  long slot() {
    return Objects.requireNonNull(open, "not writing").locks().slot();
  }

  /** Whether the JVM that stands behind a claim still lives. */
  boolean isAlive(long slot) {
    Connections connections = open;
    if (connections != null && connections.isWritable()) {
      return connections.locks().isAlive(slot);
    }
    return StoreLocks.isAliveIn(directory, slot);
  }

  @Override
  public void close() {
    synchronized (opening) {
      closed = true;
      Connections connections = open;
      open = null;
      if (connections != null) {
        connections.close();
      }
    }
  }

  private @Nullable Connections forReading() {
    Connections connections = open;
    if (connections != null && !connections.isStale()) {
      return connections;
    }
    synchronized (opening) {
      requireOpen();
      connections = replaceStale();
      if (connections == null && Files.exists(file)) {
        connections = Connections.forReading(directory, file, durable);
        open = connections;
      }
      return connections;
    }
  }

  private Connections forWriting() {
    Connections connections = open;
    if (connections != null && connections.isWritable() && connections.isCurrent()) {
      return connections;
    }
    synchronized (opening) {
      requireOpen();
      connections = replaceStale();
      if (connections != null && connections.isWritable()) {
        return connections;
      }
      createDirectory();
      Connections writable = Connections.forWriting(directory, file, durable);
      if (connections != null) {
        connections.close();
      }
      open = writable;
      return writable;
    }
  }

  /** What is open and still the file that others see; closes the rest. */
  private @Nullable Connections replaceStale() {
    Connections connections = open;
    if (connections != null && !connections.isCurrent()) {
      open = null;
      connections.close();
      return null;
    }
    return connections;
  }

  private void createDirectory() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      if (Files.isDirectory(directory)) {
        return;
      }
      throw failure("create the store directory", e);
    }
  }

  private StoreException failure(String attempted, IOException e) {
    String message = "cannot " + attempted + " " + directory + ": " + describe(e);
    return e instanceof java.nio.file.AccessDeniedException
            || String.valueOf(e.getMessage()).contains("Read-only file system")
        ? new StoreReadOnlyException(message, e)
        : new StoreFailedException(message, e);
  }

  private static String describe(IOException e) {
    return e instanceof java.nio.file.FileAlreadyExistsException exists
        ? exists.getFile() + " is a file, not a directory"
        : Objects.requireNonNullElse(e.getMessage(), "no reason given");
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the store in " + directory + " is closed");
    }
  }
}
