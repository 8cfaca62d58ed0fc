package dev.cashet.codec;

import dev.cashet.model.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A file as it lies among the bytes of a result. */
public final class StoredFile implements FileResult {
  private final Path path;
  private final boolean executable;
  private final long sizeBytes;
  private final Digest digest;
  private final Supplier<InputStream> content;

  private StoredFile(
      Path path, boolean executable, long sizeBytes, Digest digest, Supplier<InputStream> content) {
    this.path = path;
    this.executable = executable;
    this.sizeBytes = sizeBytes;
    this.digest = digest;
    this.content = content;
  }

  /** The files among the bytes of a result of the standard codec. Runs no code of the value's classes. */
  public static List<StoredFile> allIn(Supplier<InputStream> blob) throws IOException {
    List<StoredFile> found = new ArrayList<>();
    try (InputStream in = blob.get()) {
      TreeReader.read(in, blob, found);
    }
    return found;
  }

  /** Reads what comes before the bytes. */
  static StoredFile head(Source in, Supplier<InputStream> blob) throws IOException {
    Path path;
    try {
      path = Path.of(in.name());
    } catch (InvalidPathException e) {
      throw in.malformed("a file has no name that can be one here");
    }
    boolean executable = in.u8() != 0;
    long size = in.i64();
    if (size < 0) {
      throw in.malformed("a file has a negative size");
    }
    Digest digest = Digest.of(in.raw(Digest.BYTES));
    long start = in.position();
    return new StoredFile(path, executable, size, digest, () -> part(blob, start, size));
  }

  private static InputStream part(Supplier<InputStream> blob, long start, long size) {
    InputStream in = blob.get();
    try {
      in.skipNBytes(start);
    } catch (IOException e) {
      throw new UnreadableResultException("cannot read a stored file: " + e, e);
    }
    return new Part(in, size);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public boolean isExecutable() {
    return executable;
  }

  /** How many bytes it has. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** The SHA-256 of its bytes. */
  public Digest digest() {
    return digest;
  }

  @Override
  public InputStream open() {
    return content.get();
  }

  /** So many bytes of a stream. */
  private static final class Part extends FilterInputStream {
    private long left;

    Part(InputStream in, long size) {
      super(in);
      left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (left == 0) {
        return count == 0 ? 0 : -1;
      }
      int read = in.read(bytes, from, (int) Math.min(count, left));
      if (read < 0) {
        throw new java.io.EOFException("the stored file ends early");
      }
      left -= read;
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
