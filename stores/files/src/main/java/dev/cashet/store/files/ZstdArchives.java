package dev.cashet.store.files;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.cashet.archive.ArchiveCompression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Archives in Zstandard (RFC 8878). */
public final class ZstdArchives implements ArchiveCompression {
  private static final int LEVEL = 3;

  /** For {@link java.util.ServiceLoader}. */
  public ZstdArchives() {}

  @Override
  public String suffix() {
    return ".zst";
  }

  @Override
  public String magic() {
    return "28b52ffd";
  }

  @Override
  public OutputStream compress(OutputStream out) throws IOException {
    ZstdOutputStream zstd = new ZstdOutputStream(out, LEVEL);
    zstd.setChecksum(true);
    return zstd;
  }

  @Override
  public InputStream expand(InputStream in) throws IOException {
    return new ZstdInputStream(in);
  }
}
