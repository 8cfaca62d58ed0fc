package dev.cashet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The compressions at hand: by the name of a file that is written, by the first bytes of one that is read. */
final class Compressions {
  private static final int MAGIC_BYTES = 4;
  private static final int BUFFER = 1 << 16;

  private Compressions() {}

  /** Of the platform. */
  private static final class Gzip implements ArchiveCompression {
    @Override
    public String suffix() {
      return ".gz";
    }

    @Override
    public String magic() {
      return "1f8b";
    }

    @Override
    public OutputStream compress(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER);
    }

    @Override
    public InputStream expand(InputStream in) throws IOException {
      return new GZIPInputStream(in, BUFFER);
    }
  }

  static OutputStream compress(String fileName, OutputStream out) throws IOException {
    String name = fileName.toLowerCase(Locale.ROOT).replaceAll("\\.tgz$", ".tar.gz");
    if (name.endsWith(".tar")) {
      return out;
    }
    List<ArchiveCompression> all = all();
    for (ArchiveCompression each : all) {
      if (name.endsWith(".tar" + each.suffix())) {
        return each.compress(out);
      }
    }
    throw new IllegalArgumentException("'"
        + fileName
        + "' says no format of an archive: end it with "
        + all.stream().map(each -> ".tar" + each.suffix()).collect(Collectors.joining(", "))
        + " or .tar");
  }

  static InputStream expand(InputStream in) throws IOException {
    PushbackInputStream head = new PushbackInputStream(in, MAGIC_BYTES);
    byte[] magic = head.readNBytes(MAGIC_BYTES);
    head.unread(magic);
    String hex = HexFormat.of().formatHex(magic);
    for (ArchiveCompression each : all()) {
      if (hex.startsWith(each.magic())) {
        return each.expand(head);
      }
    }
    return head;
  }

  private static List<ArchiveCompression> all() {
    List<ArchiveCompression> all = new ArrayList<>();
    ServiceLoader.load(ArchiveCompression.class, Compressions.class.getClassLoader())
        .forEach(all::add);
    all.add(new Gzip());
    return all;
  }
}
