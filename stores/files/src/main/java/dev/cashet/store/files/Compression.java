package dev.cashet.store.files;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;

/**
 * zstd at level 1. Its native library is unpacked at first use; where that fails (no room, a directory that forbids
 * programs) new frames are stored raw, and only reading a compressed frame is an error.
 */
final class Compression {
  private static final int LEVEL = 1;

  private Compression() {}

  static boolean isAvailable() {
    return Library.AVAILABLE;
  }

  /**
   * Compresses {@code length} bytes.
   *
   * @param limit the most bytes that are worth it
   * @return how many bytes were put into {@code target}, or -1 if they would be more than {@code limit}
   */
  static int compress(byte[] source, int from, int length, byte[] target, int to, int limit) {
    try {
      return (int) Zstd.compressByteArray(target, to, limit, source, from, length, LEVEL);
    } catch (ZstdException e) {
      return -1;
    }
  }

  /** Decompresses into exactly {@code rawBytes} bytes; never writes more, whatever the content says. */
  static void decompress(byte[] source, int from, int length, byte[] target, int rawBytes)
      throws DamageException {
    if (!Library.AVAILABLE) {
      throw new DamageException("zstd's native library cannot be loaded here to decompress it");
    }
    long size;
    try {
      size = Zstd.decompressByteArray(target, 0, rawBytes, source, from, length);
    } catch (ZstdException e) {
      throw new DamageException("zstd: " + e.getMessage());
    }
    if (size != rawBytes) {
      throw new DamageException("zstd: " + size + " bytes instead of " + rawBytes);
    }
  }

  private static final class Library {
    static final boolean AVAILABLE = load();

    private static boolean load() {
      try {
        Native.load();
        return Native.isLoaded();
      } catch (LinkageError | RuntimeException e) {
        System.getLogger("dev.cashet.store.files")
            .log(System.Logger.Level.WARNING, "zstd is not available, blobs are stored raw: " + e);
        return false;
      }
    }
  }
}
