package dev.cashet.store.sqlite;

import dev.cashet.store.StoreFailedException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A counter in a mapped file, by which processes that keep what they have read find out that it may no longer hold. It is
 * odd while a transaction that changes or removes earlier commits is under way, and two higher after it: a sequence lock
 * whose writers queue for the ticket of {@link StoreLocks}. A writer that is killed leaves it odd, then everyone asks the
 * database until the next writer settles it.
 *
 * <p>Mapped memory is one for all processes of a machine, and reading it costs a nanosecond; SQLite's own {@code
 * data_version} costs two microseconds and moves with every commit.
 */
final class Generation {
  static final String FILE = "generation";

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final @Nullable ByteBuffer mapped;

  private Generation(@Nullable ByteBuffer mapped) {
    this.mapped = mapped;
  }

  /** For a store that is only read; knows nothing if no writer has made the file yet. */
  static Generation forReading(Path directory) {
    Path file = directory.resolve(FILE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.size() < Long.BYTES
          ? new Generation(null)
          : new Generation(channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES));
    } catch (IOException e) {
      // Absent, unreadable, or this thread was interrupted: whoever asks then asks the database.
      return new Generation(null);
    }
  }

  /** For a writer, who holds the ticket; makes the file. An interrupt of the thread is kept for afterwards. */
  static Generation forWriting(Path directory) {
    Path file = directory.resolve(FILE);
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.size() < Long.BYTES) {
        // Not from zero: a store that takes the place of a deleted one must not have its numbers
        // again.
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        channel.write(start.putLong(0, new SecureRandom().nextLong() & ~1L), 0);
      }
      return new Generation(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    } catch (IOException e) {
      throw new StoreFailedException("cannot open " + file, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The number; empty while what was read may be changing, or if there is no counter. */
  OptionalLong read() {
    ByteBuffer buffer = mapped;
    if (buffer == null) {
      return OptionalLong.empty();
    }
    long value = (long) LONGS.getAcquire(buffer, 0);
    return (value & 1) == 0 ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** What others have read may not hold once this transaction is committed; the caller holds the ticket. */
  void unsettle() {
    ByteBuffer buffer = writable();
    LONGS.setVolatile(buffer, 0, (long) LONGS.getAcquire(buffer, 0) | 1);
  }

  /** No such transaction is under way; the caller holds the ticket. */
  void settle() {
    ByteBuffer buffer = writable();
    long value = (long) LONGS.getAcquire(buffer, 0);
    if ((value & 1) != 0) {
      LONGS.setVolatile(buffer, 0, value + 1);
    }
  }

  private ByteBuffer writable() {
    ByteBuffer buffer = mapped;
    if (buffer == null || buffer.isReadOnly()) {
      throw new IllegalStateException("the generation was opened for reading");
    }
    return buffer;
  }
}
