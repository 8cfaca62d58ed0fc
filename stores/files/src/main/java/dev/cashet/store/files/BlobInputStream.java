package dev.cashet.store.files;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobUnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A blob's bytes, frame by frame. For one thread. */
final class BlobInputStream extends InputStream {
  private final Digest digest;
  private final FrameReader frames;
  private int at;
  private int limit;
  private boolean closed;

  BlobInputStream(Digest digest, FrameReader frames) {
    this.digest = digest;
    this.frames = frames;
  }

  @Override
  public int read() throws IOException {
    return fill() ? frames.raw()[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, limit - at);
    System.arraycopy(frames.raw(), at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() throws IOException {
    requireOpen();
    return limit - at;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    frames.close();
  }

  private boolean fill() throws IOException {
    requireOpen();
    if (at < limit) {
      return true;
    }
    at = 0;
    limit = 0;
    try {
      limit = Math.max(0, frames.next());
      return limit > 0;
    } catch (IOException e) {
      throw BlobUnreadableException.damaged(digest, String.valueOf(e.getMessage()), e);
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the stream of blob " + digest.shortHex() + " is closed");
    }
  }
}
