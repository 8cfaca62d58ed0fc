package dev.cashet.store.files;

import dev.cashet.model.Digest;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The last 64 bytes of a blob's file: a file that lacks them was cut off. They say everything that is known of the blob,
 * so that a look at it costs two short reads.
 *
 * @param rawBytes the blob's size
 * @param frames the number of its frames
 * @param digest SHA-256 of the blob
 * @param fileBytes the length of the whole file
 */
record BlobEnd(long rawBytes, long frames, Digest digest, long fileBytes) {
  static final int BYTES = 64;

  private static final byte KIND = 'E';
  private static final int CHECKED_BYTES = 60;
  private static final int DIGEST_AT = 20;

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(BYTES);
    out.put(KIND).put(new byte[3]).putLong(rawBytes).putLong(frames).put(digest.toBytes());
    out.putLong(fileBytes);
    return out.putInt(checksum(out.array())).array();
  }

  /**
   * Reads and checks an end.
   *
   * @param wanted the digest by which the file was found
   * @param fileBytes the length that the file has
   */
  static BlobEnd read(byte[] bytes, Digest wanted, long fileBytes) throws DamageException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getInt(CHECKED_BYTES) != checksum(bytes)) {
      throw new DamageException("end: checksum mismatch; the file may be cut off");
    }
    if (in.getInt() != KIND << 24) {
      throw new DamageException("end: not the end of a blob");
    }
    BlobEnd end = new BlobEnd(
        in.getLong(), in.getLong(), Digest.of(bytes, DIGEST_AT), in.getLong(CHECKED_BYTES - 8));
    if (!end.digest.equals(wanted)) {
      throw new DamageException("end: the file holds blob " + end.digest.shortHex());
    }
    if (end.fileBytes != fileBytes) {
      throw new DamageException("end: " + fileBytes + " bytes instead of " + end.fileBytes);
    }
    if (end.rawBytes < 0 || end.frames != framesFor(end.rawBytes)) {
      throw new DamageException("end: " + end.frames + " frames for " + end.rawBytes + " bytes");
    }
    return end;
  }

  static long framesFor(long rawBytes) {
    return (rawBytes >>> BlobHeader.FRAME_BITS)
        + ((rawBytes & (BlobHeader.FRAME_BYTES - 1)) == 0 ? 0 : 1);
  }

  /** Where the end begins. */
  long position() {
    return fileBytes - BYTES;
  }

  /** How many bytes the frame of this number holds. */
  int rawBytesOf(long frame) {
    return (int) Math.min(BlobHeader.FRAME_BYTES, rawBytes - (frame << BlobHeader.FRAME_BITS));
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, CHECKED_BYTES);
    return (int) crc.getValue();
  }
}
