package dev.cashet.store.files;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.StoreFailedException;
import dev.cashet.store.Tier;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one blob. Bytes gather into a frame; a blob of one frame touches no file until it is known to be new, a larger
 * one goes to a temporary file frame by frame and takes the place of whatever lies at its address, so that a damaged
 * file is healed without being read. For one thread; holds at most four frames.
 */
final class FileBlobWriter extends BlobWriter {
  private static final int FIRST_BUFFER_BYTES = 8 << 10;

  private enum State {
    OPEN,
    BROKEN,
    CLOSED
  }

  private final FileBlobStore store;
  private final MessageDigest sha256 = Digest.newSha256();
  private final FrameEncoder encoder = new FrameEncoder();
  private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
  private int filled;
  private long frames;
  private @Nullable TemporaryFile file;
  private State state = State.OPEN;

  FileBlobWriter(FileBlobStore store) {
    this.store = store;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen();
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == BlobHeader.FRAME_BYTES) {
        attempt(this::hashAndWriteFrame);
      }
      int count = Math.min(left, roomFor(left));
      System.arraycopy(bytes, from, buffer, filled, count);
      filled += count;
      from += count;
      left -= count;
    }
  }

  @Override
  public BlobInfo finish() {
    requireOpen();
    BlobInfo info = attempt(this::publish);
    state = State.CLOSED;
    return info;
  }

  @Override
  public void close() {
    state = State.CLOSED;
    discard();
  }

  private int roomFor(int wanted) {
    if (filled + Math.min(wanted, BlobHeader.FRAME_BYTES - filled) > buffer.length) {
      long needed = Math.max(2L * buffer.length, (long) filled + wanted);
      buffer = Arrays.copyOf(buffer, (int) Math.min(needed, BlobHeader.FRAME_BYTES));
    }
    return buffer.length - filled;
  }

  private BlobInfo publish() throws IOException {
    long rawBytes = rawBytes();
    sha256.update(buffer, 0, filled);
    Digest digest = Digest.of(sha256.digest());
    if (frames == 0) {
      Optional<BlobInfo> kept = store.keep(digest);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    TemporaryFile out = open();
    if (filled > 0) {
      writeFrame(out);
    }
    long fileBytes = out.length() + BlobEnd.BYTES;
    byte[] end = new BlobEnd(rawBytes, frames, digest, fileBytes).encode();
    out.write(end, end.length);
    store.holds().add(digest, out.path());
    try {
      out.publish(store.directory().address(digest), store.isDurable());
    } catch (IOException e) {
      store.holds().release(digest);
      throw e;
    }
    file = null;
    return new BlobInfo(digest, rawBytes, fileBytes, Tier.FILE);
  }

  private long hashAndWriteFrame() throws IOException {
    sha256.update(buffer, 0, filled);
    writeFrame(open());
    return frames;
  }

  private void writeFrame(TemporaryFile out) throws IOException {
    int length = encoder.encode(frames, buffer, filled);
    out.write(encoder.frame(), length);
    frames++;
    filled = 0;
  }

  private long rawBytes() {
    return (frames << BlobHeader.FRAME_BITS) + filled;
  }

  private TemporaryFile open() throws IOException {
    if (file == null) {
      TemporaryFile opened = store.createTemporary();
      file = opened;
      opened.write(BlobHeader.encode(), BlobHeader.BYTES);
    }
    return file;
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  /** Whatever goes wrong on the way, even for want of memory, the writer is broken and cannot publish part of a blob. */
  private <T> T attempt(Step<T> step) {
    state = State.BROKEN;
    try {
      T result = step.run();
      state = State.OPEN;
      return result;
    } catch (IOException e) {
      discard();
      String attempted = "cannot write a blob";
      throw StoreErrors.writing(attempted, store.directory().root(), e);
    }
  }

  private void discard() {
    if (file != null) {
      file.discard();
      file = null;
    }
  }

  private void requireOpen() {
    if (state == State.CLOSED) {
      throw new IllegalStateException("this blob is finished or closed");
    }
    if (state == State.BROKEN) {
      throw new StoreFailedException("this blob could not be written; start another", null);
    }
  }
}
