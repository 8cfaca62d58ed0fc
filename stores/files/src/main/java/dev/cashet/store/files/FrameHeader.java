package dev.cashet.store.files;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The 16 bytes before a frame's content. The checksum covers the frame's number too, so that frames that were swapped,
 * repeated or taken from elsewhere are noticed.
 *
 * @param method how the content is stored
 * @param rawBytes bytes before compression, 1 to {@link BlobHeader#FRAME_BYTES}
 * @param storedBytes bytes in the file, 1 to {@code rawBytes}
 * @param checksum CRC-32C (RFC 3720, appendix B.4) of number, the first 12 bytes of the header, and content
 */
record FrameHeader(Method method, int rawBytes, int storedBytes, int checksum) {
  static final int BYTES = 16;

  private static final byte KIND = 'F';
  private static final int CHECKED_BYTES = 12;

  /** Puts the header into the first 16 bytes of {@code frame}, whose content follows. */
  static void seal(byte[] frame, long number, Method method, int rawBytes, int storedBytes) {
    ByteBuffer out = ByteBuffer.wrap(frame);
    out.put(KIND).put((byte) method.code()).putShort((short) 0);
    out.putInt(rawBytes).putInt(storedBytes);
    out.putInt(checksum(number, frame, frame, BYTES, storedBytes));
  }

  /**
   * Reads a header; what it says is within bounds, but the content is not yet checked.
   *
   * @param wantedRawBytes what the end of the file says this frame must hold
   */
  static FrameHeader read(byte[] bytes, int wantedRawBytes) throws DamageException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.get() != KIND) {
      throw new DamageException("no frame begins here");
    }
    Method method = Method.of(in.get());
    if (in.getShort() != 0) {
      throw new DamageException("reserved bytes are not zero");
    }
    int rawBytes = in.getInt();
    int storedBytes = in.getInt();
    if (rawBytes != wantedRawBytes) {
      throw new DamageException("length " + rawBytes + " instead of " + wantedRawBytes);
    }
    boolean plausible =
        method == Method.RAW ? storedBytes == rawBytes : storedBytes > 0 && storedBytes < rawBytes;
    if (!plausible) {
      throw new DamageException("stored length " + storedBytes + " of " + rawBytes);
    }
    return new FrameHeader(method, rawBytes, storedBytes, in.getInt());
  }

  void check(long number, byte[] header, byte[] content, int offset) throws DamageException {
    if (checksum(number, header, content, offset, storedBytes) != checksum) {
      throw new DamageException("checksum mismatch");
    }
  }

  private static int checksum(long number, byte[] header, byte[] content, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    crc.update(header, 0, CHECKED_BYTES);
    crc.update(content, offset, length);
    return (int) crc.getValue();
  }
}
