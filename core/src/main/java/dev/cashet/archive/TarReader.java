package dev.cashet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TarWriter} writes and refuses everything else: links, directories, long names, other dialects. */
final class TarReader {
  private final InputStream in;
  private long left;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * A file in the archive.
   *
   * @param name its name, not to be trusted
   * @param size how many bytes it says that follow
   */
  record Item(String name, long size) {}

  /** The next file, after what is left of the one before; null at the end of the archive. */
  @Nullable
  Item next() throws IOException {
    in.skipNBytes(left + padding);
    left = 0;
    padding = 0;
    byte[] header = in.readNBytes(TarWriter.BLOCK);
    if (header.length == 0) {
      throw new IOException("it ends without the mark of the end");
    }
    if (header.length < TarWriter.BLOCK) {
      throw new IOException("it is cut off within a header");
    }
    if (isZero(header)) {
      return null;
    }
    check(header);
    String name = text(header, 0, 100);
    long size = size(header);
    left = size;
    padding = -size & TarWriter.BLOCK - 1;
    return new Item(name, size);
  }

  /** The content of the file, to its end. */
  InputStream body() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
          return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
          throw new IOException("it is cut off within a file");
        }
        left -= count;
        return count;
      }
    };
  }

  private static void check(byte[] header) throws IOException {
    int sum = 0;
    for (int i = 0; i < TarWriter.BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (!text(header, 257, 6).equals("ustar") || octal(header, 148, 8) != sum) {
      throw new IOException("there is no header where one must be");
    }
    if (header[156] != '0') {
      throw new IOException(
          "'" + text(header, 0, 100) + "' is no plain file but of type " + (header[156] & 0xff));
    }
    if (!text(header, 345, 155).isEmpty()) {
      throw new IOException("a name is longer than any of ours");
    }
  }

  private static long size(byte[] header) throws IOException {
    if (header[124] != (byte) 0x80) {
      return octal(header, 124, 12);
    }
    long size = 0;
    for (int i = 128; i < 136; i++) {
      size = size << 8 | header[i] & 0xff;
    }
    if (size < 0) {
      throw new IOException("a size is out of range");
    }
    return size;
  }

  private static long octal(byte[] header, int at, int length) throws IOException {
    String text = text(header, at, length).strip();
    if (!text.matches("[0-7]{1,11}")) {
      throw new IOException("a number of a header is none");
    }
    return Long.parseLong(text, 8);
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.ISO_8859_1);
  }

  private static boolean isZero(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }
}
