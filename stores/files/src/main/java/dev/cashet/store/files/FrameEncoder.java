package dev.cashet.store.files;

/**
 * Turns raw bytes into frames. A sample of 64 KiB from the frame's middle (its beginning may be an untypical heading)
 * says which method pays; the answer stands for eight frames, so that a large blob costs little sampling and one that
 * changes its nature is still noticed. For one thread; buffers grow with the frame, so a small blob costs little.
 */
final class FrameEncoder {
  private static final int SAMPLE_BYTES = 64 << 10;
  private static final int SAMPLED_EVERY = 8;

  /** Below this, compression does not pay for itself. */
  private static final int MIN_COMPRESSED_BYTES = 256;

  /** A frame that does not shrink to this share, in percent, is stored raw. */
  private static final int WORTHWHILE_PERCENT = 95;

  private byte[] frame = {};
  private byte[] shuffled = {};
  private Method method = Method.RAW;

  /** The bytes of the last frame that was encoded, header first; overwritten by the next. */
  byte[] frame() {
    return frame;
  }

  /**
   * Encodes a frame.
   *
   * @param number its number in the blob, from 0 on
   * @return its length in {@link #frame()}
   */
  int encode(long number, byte[] raw, int length) {
    if (frame.length < FrameHeader.BYTES + length) {
      frame = new byte[FrameHeader.BYTES + length];
    }
    if (number % SAMPLED_EVERY == 0) {
      method = choose(raw, length);
    }
    Method used = method;
    int stored = -1;
    if (used != Method.RAW && length >= MIN_COMPRESSED_BYTES) {
      stored = compress(used, raw, 0, length, worthwhile(length));
    }
    if (stored < 0) {
      used = Method.RAW;
      stored = length;
      System.arraycopy(raw, 0, frame, FrameHeader.BYTES, length);
    }
    FrameHeader.seal(frame, number, used, length, stored);
    return FrameHeader.BYTES + stored;
  }

  private Method choose(byte[] raw, int length) {
    if (length < MIN_COMPRESSED_BYTES || !Compression.isAvailable()) {
      return Method.RAW;
    }
    int sample = Math.min(length, SAMPLE_BYTES);
    int from = (length - sample) / 2 & -Method.SHUFFLED_8.width();
    Method best = Method.RAW;
    int limit = worthwhile(sample);
    for (Method candidate : new Method[] {Method.ZSTD, Method.SHUFFLED_8, Method.SHUFFLED_4}) {
      int size = compress(candidate, raw, from, sample, limit);
      if (size >= 0) {
        best = candidate;
        limit = worthwhile(size);
      }
    }
    return best;
  }

  private int compress(Method how, byte[] raw, int from, int length, int limit) {
    if (how.width() == 1) {
      return Compression.compress(raw, from, length, frame, FrameHeader.BYTES, limit);
    }
    if (shuffled.length < length) {
      shuffled = new byte[length];
    }
    ByteShuffle.shuffle(raw, from, length, how.width(), shuffled);
    return Compression.compress(shuffled, 0, length, frame, FrameHeader.BYTES, limit);
  }

  private static int worthwhile(int length) {
    return (int) ((long) length * WORTHWHILE_PERCENT / 100);
  }
}
