package dev.cashet.store.sqlite;

import dev.cashet.store.StoreFailedException;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The two lock files of a store directory, as this JVM holds them. One instance per directory and JVM, shared by all
 * stores that have it open, because the operating system drops all of a process's locks on a file as soon as the
 * process closes any handle on it.
 *
 * <ul>
 *   <li>{@code writer.lock}: the ticket that a writer takes before {@code BEGIN IMMEDIATE}, so that waiting writers
 *       queue in the kernel instead of polling inside SQLite, where one of four writers was seen to starve.
 *   <li>{@code owners.lock}: each JVM locks one byte at a random place of it, its slot, for as long as it lives. The
 *       kernel drops the lock when the process ends in whatever way, so an owner's death is seen at once, without a
 *       timeout, and no reused process id or copied directory can pass for a living owner.
 * </ul>
 *
 * <p>Channels are asynchronous ones because those are not closed by an interrupt of the calling thread; an ordinary
 * {@code FileChannel} is, and all locks would be gone with it.
 */
final class StoreLocks {
  private static final Map<Path, StoreLocks> OPEN = new HashMap<>();

  private final Path directory;
  private final AsynchronousFileChannel writers;
  private final AsynchronousFileChannel owners;
  private final ReentrantLock writing = new ReentrantLock();
  private final long slot = new SecureRandom().nextLong() >>> 2;
  private final @Nullable Object fileKey;
  private int users;

  private StoreLocks(Path directory) throws IOException {
    this.directory = directory;
    this.writers = open(directory.resolve("writer.lock"));
    AsynchronousFileChannel own = null;
    try {
      own = open(directory.resolve("owners.lock"));
      if (own.tryLock(slot, 1, false) == null) {
        throw new IOException("slot " + slot + " is taken");
      }
    } catch (IOException | RuntimeException e) {
      writers.close();
      if (own != null) {
        own.close();
      }
      throw e;
    }
    this.owners = own;
    this.fileKey = fileKey(directory.resolve("owners.lock"));
  }

  /** Whether the files that are locked are still the ones that others find there. */
  private boolean isCurrent() {
    return Objects.equals(fileKey, fileKey(directory.resolve("owners.lock")));
  }

  /** What tells one file from another that took its place; null if there is none. */
  static @Nullable Object fileKey(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  /** The locks of a directory that exists and may be written. */
  static StoreLocks join(Path directory) {
    synchronized (OPEN) {
      try {
        Path real = directory.toRealPath();
        StoreLocks locks = OPEN.get(real);
        if (locks == null || !locks.isCurrent()) {
          locks = new StoreLocks(real);
          OPEN.put(real, locks);
        }
        locks.users++;
        return locks;
      } catch (IOException e) {
        throw new StoreFailedException("cannot open the lock files in " + directory, e);
      }
    }
  }

  /** Gives the locks up; the last user closes the files. */
  void leave() {
    synchronized (OPEN) {
      users--;
      if (users > 0) {
        return;
      }
      OPEN.remove(directory, this);
      closeQuietly(writers);
      closeQuietly(owners);
    }
  }

  /** The place that stands for this JVM in claims. */
  long slot() {
    return slot;
  }

  /** Whether the JVM of that slot still lives. */
  boolean isAlive(long other) {
    return other == slot || isAlive(owners, other);
  }

  /** The same asked by a store that has only been read; the files are opened unless this JVM has them open already. */
  static boolean isAliveIn(Path directory, long other) {
    synchronized (OPEN) {
      try {
        StoreLocks locks = OPEN.get(directory.toRealPath());
        if (locks != null) {
          return locks.isAlive(other);
        }
        Path file = directory.resolve("owners.lock");
        try (AsynchronousFileChannel owners =
            AsynchronousFileChannel.open(file, StandardOpenOption.READ)) {
          return isAlive(owners, other);
        }
      } catch (IOException e) {
        return false;
      }
    }
  }

  private static boolean isAlive(AsynchronousFileChannel owners, long other) {
    // A shared lock, so that two who ask at once do not take each other for the owner.
    try (FileLock probe = owners.tryLock(other, 1, true)) {
      return probe == null;
    } catch (OverlappingFileLockException | IOException e) {
      return true;
    }
  }

  /** Takes the ticket, waiting for other threads and processes; not interruptible, since a write is short. */
  FileLock lockWriter() {
    writing.lock();
    try {
      FileLock ticket = tryTicket();
      return ticket == null ? awaitTicket() : ticket;
    } catch (IOException e) {
      writing.unlock();
      throw new StoreFailedException("cannot lock " + directory.resolve("writer.lock"), e);
    } catch (RuntimeException e) {
      writing.unlock();
      throw e;
    }
  }

  void unlockWriter(FileLock ticket) {
    try {
      ticket.release();
    } catch (IOException e) {
      // The channel is closed and the lock gone with it.
    } finally {
      writing.unlock();
    }
  }

  private @Nullable FileLock tryTicket() throws IOException {
    try {
      return writers.tryLock(0, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private FileLock awaitTicket() throws IOException {
    Future<FileLock> ticket = requestTicket();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ticket.get();
        } catch (InterruptedException e) {
          // The request goes on and would be granted to nobody, so it is waited for.
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IOException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Future<FileLock> requestTicket() {
    while (true) {
      try {
        return writers.lock(0, 1, false);
      } catch (OverlappingFileLockException e) {
        // Another class loader of this JVM has its own copy of this class and holds the ticket.
        Thread.onSpinWait();
      }
    }
  }

  private static AsynchronousFileChannel open(Path file) throws IOException {
    return AsynchronousFileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static void closeQuietly(AsynchronousFileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is lost: the locks end with the process at the latest.
    }
  }
}
