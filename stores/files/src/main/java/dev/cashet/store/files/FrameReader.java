package dev.cashet.store.files;

import java.io.Closeable;
import java.io.IOException;

/** Takes the frames of an open blob one after the other; none is handed out before it has passed its checks. */
final class FrameReader implements Closeable {
  private final BlobFile file;
  private final byte[] header = new byte[FrameHeader.BYTES];
  private byte[] raw = {};
  private byte[] stored = {};
  private byte[] shuffled = {};
  private long position = BlobHeader.BYTES;
  private long number;

  FrameReader(BlobFile file) {
    this.file = file;
  }

  BlobEnd end() {
    return file.end();
  }

  /** The bytes of the last frame; overwritten by the next. */
  byte[] raw() {
    return raw;
  }

  /**
   * Reads and decodes the next frame.
   *
   * @return its length in {@link #raw()}, or -1 after the last
   * @throws IOException whose message names the place
   */
  int next() throws IOException {
    return advance(true);
  }

  /** Reads and checks the next frame without decoding it; false after the last. */
  boolean check() throws IOException {
    return advance(false) >= 0;
  }

  private int advance(boolean decode) throws IOException {
    if (number == end().frames()) {
      return -1;
    }
    try {
      FrameHeader next = readChecked();
      if (decode) {
        decode(next);
      }
      position += FrameHeader.BYTES + next.storedBytes();
      number++;
      if (number == end().frames() && position != end().position()) {
        throw new DamageException("bytes between the last frame and the end");
      }
      return next.rawBytes();
    } catch (DamageException e) {
      throw new DamageException("frame " + number + " at byte " + position + ": " + e.getMessage());
    }
  }

  private FrameHeader readChecked() throws IOException {
    file.read(position, header, FrameHeader.BYTES);
    FrameHeader next = FrameHeader.read(header, end().rawBytesOf(number));
    int length = next.storedBytes();
    if (position + FrameHeader.BYTES + length > end().position()) {
      throw new DamageException("it reaches beyond the end");
    }
    if (stored.length < length) {
      stored = new byte[length];
    }
    file.read(position + FrameHeader.BYTES, stored, length);
    next.check(number, header, stored, 0);
    return next;
  }

  private void decode(FrameHeader frame) throws DamageException {
    int length = frame.rawBytes();
    if (frame.method() == Method.RAW) {
      byte[] free = raw;
      raw = stored;
      stored = free;
      return;
    }
    if (raw.length < length) {
      raw = new byte[length];
    }
    int width = frame.method().width();
    if (width == 1) {
      Compression.decompress(stored, frame.storedBytes(), raw, length);
      return;
    }
    if (shuffled.length < length) {
      shuffled = new byte[length];
    }
    Compression.decompress(stored, frame.storedBytes(), shuffled, length);
    ByteShuffle.restore(shuffled, length, width, raw);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
