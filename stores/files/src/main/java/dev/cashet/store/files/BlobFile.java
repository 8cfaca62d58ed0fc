package dev.cashet.store.files;

import dev.cashet.model.Digest;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A blob's file open for reading, its header and end checked. A file of up to 1 MiB is read at once and closed. For one
 * thread.
 *
 * <p>Read through {@link RandomAccessFile}: a channel would be closed by the interruption of a task that happens to
 * load a result, and a mapped file that someone cuts off kills the process.
 */
final class BlobFile implements Closeable {
  private static final int WHOLE_BYTES = 1 << 20;

  private final RandomAccessFile file;
  private final long length;
  private final BlobEnd end;
  private byte @Nullable [] whole;

  private BlobFile(RandomAccessFile file, Digest digest, int wholeBytes) throws IOException {
    this.file = file;
    this.length = file.length();
    if (length < BlobHeader.BYTES + BlobEnd.BYTES) {
      throw new DamageException("the file has only " + length + " bytes");
    }
    if (length <= wholeBytes) {
      byte[] content = new byte[(int) length];
      file.readFully(content);
      file.close();
      whole = content;
    }
    byte[] bytes = new byte[BlobEnd.BYTES];
    read(0, bytes, BlobHeader.BYTES);
    BlobHeader.check(bytes);
    read(length - BlobEnd.BYTES, bytes, BlobEnd.BYTES);
    end = BlobEnd.read(bytes, digest, length);
  }

  /**
   * Opens a blob to read all of it.
   *
   * @throws java.io.FileNotFoundException if the file cannot be opened
   * @throws DamageException if its header or end is damaged
   */
  static BlobFile open(Path path, Digest digest) throws IOException {
    return open(path, digest, WHOLE_BYTES);
  }

  /** The end of a blob, at the price of two short reads. */
  static BlobEnd end(Path path, Digest digest) throws IOException {
    try (BlobFile blob = open(path, digest, 0)) {
      return blob.end;
    }
  }

  private static BlobFile open(Path path, Digest digest, int wholeBytes) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      return new BlobFile(file, digest, wholeBytes);
    } catch (Throwable e) {
      file.close();
      throw e;
    }
  }

  BlobEnd end() {
    return end;
  }

  /** Puts the bytes from {@code position} on into the start of {@code target}. */
  void read(long position, byte[] target, int count) throws IOException {
    if (position < 0 || position + count > length) {
      throw new DamageException("the file ends too early");
    }
    if (whole != null) {
      System.arraycopy(whole, (int) position, target, 0, count);
      return;
    }
    try {
      file.seek(position);
      file.readFully(target, 0, count);
    } catch (EOFException e) {
      throw new DamageException("the file was cut off while it was read");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
