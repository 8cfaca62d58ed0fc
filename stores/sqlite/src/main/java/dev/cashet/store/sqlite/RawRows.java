package dev.cashet.store.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every row that lies in a leaf page, whatever table it is of and whether the pages above it can be read. Nothing here can
 * be trusted: numbers are checked against the page, and what does not fit is passed over. Format:
 * https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1.
 */
final class RawRows {
  private static final int TABLE_LEAF = 0x0d;
  private static final int INDEX_LEAF = 0x0a;
  private static final int MAX_PAYLOAD = 64 << 20;

  private final RawPages pages;
  private final int usable;
  private int at;

  RawRows(RawPages pages) {
    this.pages = pages;
    this.usable = pages.usableBytes();
  }

  /** Hands out the columns of each row: {@code Long}, {@code Double}, {@code String}, {@code byte[]} or null. */
  void forEach(Consumer<List<@Nullable Object>> rows) throws IOException {
    BitSet free = pages.free();
    for (int number = 1; number <= pages.count(); number++) {
      if (!free.get(number)) {
        page(pages.page(number), number == 1 ? 100 : 0, rows);
      }
    }
  }

  private void page(byte[] page, int start, Consumer<List<@Nullable Object>> rows)
      throws IOException {
    int type = page[start];
    if (type != TABLE_LEAF && type != INDEX_LEAF) {
      return;
    }
    int cells = Math.min(short16(page, start + 3), (usable - start - 8) / 2);
    for (int i = 0; i < cells; i++) {
      int cell = short16(page, start + 8 + 2 * i);
      if (cell < start + 8 || cell >= usable) {
        continue;
      }
      try {
        byte[] payload = payload(page, cell, type == TABLE_LEAF);
        if (payload != null) {
          rows.accept(columns(payload));
        }
      } catch (IndexOutOfBoundsException e) {
        continue;
      }
    }
  }

  private byte @Nullable [] payload(byte[] page, int cell, boolean table) throws IOException {
    at = cell;
    long length = varint(page);
    if (table) {
      varint(page);
    }
    if (length < 2 || length > MAX_PAYLOAD) {
      return null;
    }
    int most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    int local = (int) length;
    if (length > most) {
      int least = (usable - 12) * 32 / 255 - 23;
      int fitting = least + (int) ((length - least) % (usable - 4));
      local = fitting <= most ? fitting : least;
    }
    byte[] payload = Arrays.copyOf(Arrays.copyOfRange(page, at, at + local), (int) length);
    if (at + local > usable) {
      return null;
    }
    return local == length ? payload : overflow(payload, local, int32(page, at + local));
  }

  private byte @Nullable [] overflow(byte[] payload, int local, int first) throws IOException {
    int filled = local;
    int next = first;
    while (filled < payload.length) {
      if (next < 1 || next > pages.count()) {
        return null;
      }
      byte[] page = pages.page(next);
      int count = Math.min(payload.length - filled, usable - 4);
      System.arraycopy(page, 4, payload, filled, count);
      filled += count;
      next = int32(page, 0);
    }
    return payload;
  }

  private List<@Nullable Object> columns(byte[] payload) {
    at = 0;
    int headerEnd = (int) Math.min(varint(payload), payload.length);
    List<@Nullable Object> columns = new ArrayList<>();
    int content = headerEnd;
    while (at < headerEnd) {
      long type = varint(payload);
      int length = length(type);
      columns.add(value(payload, type, content, length));
      content += length;
    }
    return columns;
  }

  private static int length(long type) {
    if (type >= 12) {
      return (int) Math.min((type - 12) / 2, MAX_PAYLOAD);
    }
    return switch ((int) type) {
      case 1, 2, 3, 4 -> (int) type;
      case 5 -> 6;
      case 6, 7 -> 8;
      default -> 0;
    };
  }

  private static @Nullable Object value(byte[] payload, long type, int from, int length) {
    if (from + length > payload.length) {
      throw new IndexOutOfBoundsException("column");
    }
    if (type >= 12) {
      byte[] bytes = Arrays.copyOfRange(payload, from, from + length);
      return type % 2 == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8);
    }
    if (type == 0) {
      return null;
    }
    if (type == 8 || type == 9) {
      return type - 8;
    }
    long number = length == 0 ? 0 : payload[from];
    for (int i = 1; i < length; i++) {
      number = number << 8 | payload[from + i] & 0xFF;
    }
    return type == 7 ? (Object) Double.longBitsToDouble(number) : (Object) number;
  }

  private long varint(byte[] bytes) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      byte next = bytes[at++];
      value = value << 7 | next & 0x7F;
      if (next >= 0) {
        return value;
      }
    }
    return value << 8 | bytes[at++] & 0xFF;
  }

  private static int short16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private static int int32(byte[] bytes, int at) {
    return short16(bytes, at) << 16 | short16(bytes, at + 2);
  }
}
