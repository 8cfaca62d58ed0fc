package dev.cashet.store.files;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first 16 bytes of a blob's file. The magic number begins with a byte that is no text and holds both line ends, so
 * that a transfer as text is noticed, as in PNG.
 */
final class BlobHeader {
  static final int BYTES = 16;
  static final int VERSION = 1;
  static final int FRAME_BITS = 20;

  /** Raw bytes in every frame but the last. */
  static final int FRAME_BYTES = 1 << FRAME_BITS;

  private static final long MAGIC = 0x89_43_53_42_0D_0A_1A_0AL;
  private static final int CHECKED_BYTES = 12;

  private BlobHeader() {}

  static byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(BYTES);
    out.putLong(MAGIC).put((byte) VERSION).put((byte) 0).put((byte) FRAME_BITS).put((byte) 0);
    return out.putInt(checksum(out.array())).array();
  }

  static void check(byte[] bytes) throws DamageException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getLong() != MAGIC) {
      throw new DamageException("header: not a blob's file");
    }
    if (in.getInt(CHECKED_BYTES) != checksum(bytes)) {
      throw new DamageException("header: checksum mismatch");
    }
    int version = in.get();
    if (version != VERSION) {
      throw new DamageException("header: format " + version + ", this version reads " + VERSION);
    }
    if (in.get() != 0 || in.get() != FRAME_BITS || in.get() != 0) {
      throw new DamageException("header: unknown flags or frame size");
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, CHECKED_BYTES);
    return (int) crc.getValue();
  }
}
