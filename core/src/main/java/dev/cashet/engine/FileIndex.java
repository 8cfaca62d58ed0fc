package dev.cashet.engine;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of files, in one file of fixed size that many processes read and write without locks: a table of slots,
 * each with its own checksum. A slot that is half written, damaged or of another version is no slot, so that deleting or
 * destroying the file costs time and nothing else (docs/format/index.md).
 */
final class FileIndex {
  private static final System.Logger LOG = System.getLogger("dev.cashet");
  private static final String NAME = "files.1";
  private static final String DOMAIN = "cashet file index 1";
  static final int SLOT_BYTES = 128;
  private static final int SLOTS_IN_ROW = 4;
  static final int ROW_BYTES = SLOT_BYTES * SLOTS_IN_ROW;
  private static final int ROWS = 4096;
  private static final int CHECK_AT = 104;
  private static final int CHECK_BYTES = SLOT_BYTES - CHECK_AT;

  private final Path file;

  FileIndex(Path directory) {
    file = directory.resolve(NAME);
  }

  /** A slot: path 32, state 32, content 32, time 8, check 24. */
  private record Slot(Digest path, FileDigests.Known known, long time) {
    static Optional<Slot> read(byte[] row, int at) {
      byte[] body = java.util.Arrays.copyOfRange(row, at, at + CHECK_AT);
      byte[] check = check(body);
      if (!java.util.Arrays.equals(check, 0, CHECK_BYTES, row, at + CHECK_AT, at + SLOT_BYTES)) {
        return Optional.empty();
      }
      long time = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getLong(3 * Digest.BYTES);
      return Optional.of(new Slot(
          Digest.of(body, 0),
          new FileDigests.Known(Digest.of(body, Digest.BYTES), Digest.of(body, 2 * Digest.BYTES)),
          time));
    }

    ByteBuffer bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.put(path.toBytes()).put(known.state().toBytes()).put(known.content().toBytes());
      bytes.putLong(time);
      bytes.put(check(java.util.Arrays.copyOf(bytes.array(), CHECK_AT)), 0, CHECK_BYTES);
      return bytes.flip();
    }

    private static byte[] check(byte[] body) {
      java.security.MessageDigest sha256 = Digest.newSha256();
      sha256.update(DOMAIN.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return sha256.digest(body);
    }
  }

  Optional<FileDigests.Known> get(Path path) {
    Digest key = key(path);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] row = row(channel, key);
      for (int at = 0; at < ROW_BYTES; at += SLOT_BYTES) {
        Optional<Slot> slot = Slot.read(row, at).filter(found -> found.path().equals(key));
        if (slot.isPresent()) {
          return slot.map(Slot::known);
        }
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "cannot read " + file, e);
    }
    return Optional.empty();
  }

  /** Into the slot of the same path, else a free one, else the one that was written longest ago. */
  void put(Path path, FileDigests.Known known, Instant now) {
    Digest key = key(path);
    try {
      Path directory = file.getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      try (FileChannel channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        byte[] row = row(channel, key);
        int slot = slot(row, key);
        channel.write(new Slot(key, known, now.toEpochMilli()).bytes(), start(key) + slot);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "cannot write " + file, e);
    }
  }

  private static int slot(byte[] row, Digest key) {
    int best = 0;
    long oldest = Long.MAX_VALUE;
    for (int at = 0; at < ROW_BYTES; at += SLOT_BYTES) {
      Optional<Slot> slot = Slot.read(row, at);
      if (slot.isPresent() && slot.get().path().equals(key)) {
        return at;
      }
      long time = slot.map(Slot::time).orElse(Long.MIN_VALUE);
      if (time < oldest) {
        oldest = time;
        best = at;
      }
    }
    return best;
  }

  private static byte[] row(FileChannel channel, Digest key) throws IOException {
    byte[] row = new byte[ROW_BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(row);
    long start = start(key);
    while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) > 0) {
      // until the row or the file ends
    }
    return row;
  }

  private static long start(Digest key) {
    byte[] bytes = key.toBytes();
    int row = (bytes[0] & 0xff | (bytes[1] & 0xff) << 8) % ROWS;
    return (long) row * ROW_BYTES;
  }

  private static Digest key(Path path) {
    return Digest.sha256(path.toString());
  }
}
