package dev.cashet.store.sqlite;

import dev.cashet.store.StoreFailedException;
import dev.cashet.store.StoreFormatException;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one database file as it was when opened: a pool for reading that grows with the threads that read
 * at once, up to a limit, and one for writing, used under the writer's ticket only.
 */
final class Connections implements AutoCloseable {
  /** How often a reader looks whether the file is still the one that others see. */
  private static final long STALE_CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** More threads than this wait their turn: a read takes microseconds, and opening a connection a millisecond. */
  private static final int MAX_READERS = 16;

  private final Path file;
  private final Opener opener;
  private final @Nullable Object fileKey;
  private final @Nullable StoreLocks locks;
  private final Generation generation;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore readers = new Semaphore(MAX_READERS);
  private final Checkpoints checkpoints;
  private @Nullable Session writer;
  private volatile long checkedAtNanos;
  private volatile boolean replaced;
  private volatile boolean closed;

  private Connections(Path file, Opener opener, @Nullable StoreLocks locks, Generation generation) {
    this.file = file;
    this.opener = opener;
    this.locks = locks;
    this.generation = generation;
    this.checkpoints = new Checkpoints(opener);
    this.fileKey = StoreLocks.fileKey(file);
    this.checkedAtNanos = System.nanoTime();
  }

  /**
   * For a file that exists; changes nothing. Null if it has no tables yet: its creator is still at it, or was killed, and
   * there is nothing to read until someone writes.
   */
  static @Nullable Connections forReading(Path directory, Path file, boolean durable) {
    Opener opener = Opener.forReading(directory, file, durable);
    Connections connections = new Connections(file, opener, null, Generation.forReading(directory));
    boolean filled = false;
    try {
      filled = connections.check() > 0;
      return filled ? connections : null;
    } finally {
      if (!filled) {
        // An open handle would leave SQLite's log behind in a store that was refused.
        connections.close();
      }
    }
  }

  /** Creates the database or brings it to the newest format where needed. */
  static Connections forWriting(Path directory, Path file, boolean durable) {
    requireWritable(directory, file);
    StoreLocks locks = StoreLocks.join(directory);
    try {
      Opener opener = Opener.forWriting(file, durable);
      Generation generation;
      FileLock ticket = locks.lockWriter();
      try {
        opener.createOrMigrate();
        generation = Generation.forWriting(directory);
      } finally {
        locks.unlockWriter(ticket);
      }
      return new Connections(file, opener, locks, generation);
    } catch (RuntimeException e) {
      locks.leave();
      throw e;
    }
  }

  boolean isWritable() {
    return locks != null;
  }

  StoreLocks locks() {
    return Objects.requireNonNull(locks, "opened for reading");
  }

  /** Tells whether what was read before still holds. */
  Generation generation() {
    return generation;
  }

  /** Whether the file is still the one that others find at its path. */
  boolean isCurrent() {
    checkedAtNanos = System.nanoTime();
    // Once it is not, it never is again: everyone who asks must hear of it.
    replaced |= !Objects.equals(fileKey, StoreLocks.fileKey(file));
    return !replaced;
  }

  /** The same, looked at now and then only. */
  boolean isStale() {
    return replaced || System.nanoTime() - checkedAtNanos > STALE_CHECK_NANOS && !isCurrent();
  }

  /** A connection to read with, to be given back or dropped; the caller has no other one. */
  Session borrow() throws SQLException {
    readers.acquireUninterruptibly();
    Session session = idle.pollFirst();
    if (session != null) {
      return session;
    }
    boolean ready = false;
    try {
      session = opener.open();
      if (locks == null) {
        OldFormat.cover(session);
      }
      ready = true;
      return session;
    } finally {
      if (!ready) {
        readers.release();
      }
    }
  }

  void giveBack(Session session) {
    idle.addFirst(session);
    readers.release();
    if (closed) {
      closeIdle();
    }
  }

  /** Instead of giving it back: something went wrong on it. */
  void drop(Session session) {
    readers.release();
    closeQuietly(session);
  }

  private void closeIdle() {
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      closeQuietly(session);
    }
  }

  /** The writing connection; the caller holds the ticket. */
  Session writer() throws SQLException {
    Session session = writer;
    if (session == null) {
      session = opener.open().forWriting(generation);
      writer = session;
    }
    return session;
  }

  /** A transaction was committed. */
  void written() {
    checkpoints.written();
  }

  /** Undoes an open transaction; a connection that cannot even do that is replaced. The caller holds the ticket. */
  void rollback() {
    Session session = writer;
    if (session == null) {
      return;
    }
    try {
      session.run("ROLLBACK");
    } catch (SQLException e) {
      writer = null;
      closeQuietly(session);
    }
  }

  @Override
  public void close() {
    closed = true;
    checkpoints.close();
    closeIdle();
    if (locks == null) {
      return;
    }
    FileLock ticket = locks.lockWriter();
    try {
      Session session = writer;
      writer = null;
      if (session != null) {
        closeQuietly(session);
      }
    } finally {
      locks.unlockWriter(ticket);
      locks.leave();
    }
  }

  private int check() {
    try {
      Session session = borrow();
      try {
        return Schema.check(session, file);
      } finally {
        giveBack(session);
      }
    } catch (SQLException e) {
      throw SqlErrors.translate("read the store", file, e);
    }
  }

  private static void requireWritable(Path directory, Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new StoreFormatException("cannot open " + file + ": it is not a regular file");
    }
    if (!Files.isWritable(directory)) {
      throw new dev.cashet.store.StoreReadOnlyException(
          "cannot write to the store in " + directory + ": the directory is read-only", null);
    }
  }

  private static void closeQuietly(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      throw new StoreFailedException("cannot close a database connection", new IOException(e));
    }
  }
}
