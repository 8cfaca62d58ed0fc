package dev.cashet.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes regular files into a POSIX ustar stream (IEEE 1003.1-2017, pax, "ustar Interchange Format"). Owner and times are
 * nought, so that equal contents give equal archives.
 */
final class TarWriter {
  static final int BLOCK = 512;

  private static final long MAX_OCTAL = 1L << 33;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  /** Begins a file; exactly so many bytes must follow, then {@link #pad}. */
  void begin(String name, long size) throws IOException {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    size(header, size);
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o", sum));
    header[154] = 0;
    out.write(header);
  }

  void file(String name, byte[] content) throws IOException {
    begin(name, content.length);
    out.write(content);
    pad(content.length);
  }

  OutputStream body() {
    return out;
  }

  /** Ends a file of this size. */
  void pad(long size) throws IOException {
    out.write(new byte[(int) (-size & BLOCK - 1)]);
  }

  /** The end of the archive. */
  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  /** In octal; beyond 8 GiB in base 256, marked by the first bit, as GNU tar and libarchive do. */
  private static void size(byte[] header, long size) {
    if (size < MAX_OCTAL) {
      put(header, 124, String.format(Locale.ROOT, "%011o", size));
      return;
    }
    header[124] = (byte) 0x80;
    for (int i = 0; i < 8; i++) {
      header[135 - i] = (byte) (size >>> 8 * i);
    }
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
