package dev.cashet.store.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a database file and of its log, read without SQLite, which refuses a file that is damaged. Format:
 * https://www.sqlite.org/fileformat2.html, sections 1.3, 1.5 and 4. A page that was written to the log last is taken from
 * there. For one thread.
 */
final class RawPages implements Closeable {
  private static final int HEADER_BYTES = 100;
  private static final int DEFAULT_PAGE_BYTES = 4096;
  private static final int LOG_HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;

  private final RandomAccessFile file;
  private final @Nullable RandomAccessFile log;
  private final Map<Integer, Long> logged = new HashMap<>();
  private final byte[] header = new byte[HEADER_BYTES];
  private final int pageBytes;
  private final int pages;

  RawPages(Path database) throws IOException {
    file = new RandomAccessFile(database.toFile(), "r");
    Path wal = database.resolveSibling(database.getFileName() + "-wal");
    log = Files.isRegularFile(wal) ? new RandomAccessFile(wal.toFile(), "r") : null;
    file.seek(0);
    int read = file.read(header);
    if (read < HEADER_BYTES) {
      Arrays.fill(header, Math.max(0, read), HEADER_BYTES, (byte) 0);
    }
    pageBytes = pageBytes(header);
    readLog();
    int highest = logged.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    pages = (int) Math.max(highest, (file.length() + pageBytes - 1) / pageBytes);
  }

  int count() {
    return pages;
  }

  /** The bytes of a page that may be used; the end of the file may cut the last one short. */
  int usableBytes() {
    return pageBytes - (header[20] & 0xFF);
  }

  /** What the header says is the application; 0 if the header cannot be trusted. */
  int applicationId() {
    return isOfSqlite() ? ByteBuffer.wrap(header).getInt(68) : 0;
  }

  /** What the header says is the format; 0 if the header cannot be trusted. */
  int userVersion() {
    return isOfSqlite() ? ByteBuffer.wrap(header).getInt(60) : 0;
  }

  private boolean isOfSqlite() {
    byte[] magic = "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return Arrays.equals(header, 0, magic.length, magic, 0, magic.length);
  }

  /** A page by its number, from 1 on; zeros where there is nothing. */
  byte[] page(int number) throws IOException {
    byte[] page = new byte[pageBytes];
    Long at = logged.get(number);
    RandomAccessFile source = at != null && log != null ? log : file;
    source.seek(at != null && log != null ? at : (long) (number - 1) * pageBytes);
    int filled = 0;
    while (filled < pageBytes) {
      int read = source.read(page, filled, pageBytes - filled);
      if (read < 0) {
        break;
      }
      filled += read;
    }
    return page;
  }

  /** Pages that hold what was deleted, as far as their list can be followed. */
  BitSet free() throws IOException {
    BitSet free = new BitSet();
    int trunk = ByteBuffer.wrap(page(1)).getInt(32);
    while (trunk > 1 && trunk <= pages && !free.get(trunk)) {
      free.set(trunk);
      ByteBuffer page = ByteBuffer.wrap(page(trunk));
      int next = page.getInt(0);
      int leaves = Math.min(page.getInt(4), usableBytes() / 4 - 2);
      for (int i = 0; i < leaves; i++) {
        int leaf = page.getInt(8 + 4 * i);
        if (leaf > 1 && leaf <= pages) {
          free.set(leaf);
        }
      }
      trunk = next;
    }
    return free;
  }

  /** The last frame of each page up to the last that ends a transaction. */
  private void readLog() throws IOException {
    if (log == null || log.length() < LOG_HEADER_BYTES) {
      return;
    }
    byte[] start = new byte[LOG_HEADER_BYTES];
    log.seek(0);
    log.readFully(start);
    ByteBuffer head = ByteBuffer.wrap(start);
    if ((head.getInt(0) & ~1) != 0x377f0682 || head.getInt(8) != pageBytes) {
      return;
    }
    Map<Integer, Long> pending = new HashMap<>();
    byte[] frame = new byte[FRAME_HEADER_BYTES];
    long at = LOG_HEADER_BYTES;
    while (at + FRAME_HEADER_BYTES + pageBytes <= log.length()) {
      log.seek(at);
      log.readFully(frame);
      ByteBuffer in = ByteBuffer.wrap(frame);
      if (in.getLong(8) != head.getLong(16)) {
        return;
      }
      pending.put(in.getInt(0), at + FRAME_HEADER_BYTES);
      if (in.getInt(4) != 0) {
        logged.putAll(pending);
        pending.clear();
      }
      at += FRAME_HEADER_BYTES + pageBytes;
    }
  }

  private static int pageBytes(byte[] header) {
    int said = ((header[16] & 0xFF) << 8) | (header[17] & 0xFF);
    int bytes = said == 1 ? 65536 : said;
    return bytes >= 512 && Integer.bitCount(bytes) == 1 ? bytes : DEFAULT_PAGE_BYTES;
  }

  @Override
  public void close() throws IOException {
    try {
      if (log != null) {
        log.close();
      }
    } finally {
      file.close();
    }
  }
}
