package dev.cashet.store.files;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * zstd at level 1. Its native library is unpacked at first use; where that fails (no room, a directory that forbids
 * programs) new frames are stored raw, and only reading a compressed frame is an error.
 *
 * <p>A context costs more to make than a small frame to decompress, so a few are kept; not one per thread, since their
 * memory is not the heap's and nobody would free it.
 */
final class Compression {
  private static final int LEVEL = 1;
  private static final int KEPT_CONTEXTS = 4;

  private static final BlockingQueue<ZstdCompressCtx> WRITERS =
      new ArrayBlockingQueue<>(KEPT_CONTEXTS);
  private static final BlockingQueue<ZstdDecompressCtx> READERS =
      new ArrayBlockingQueue<>(KEPT_CONTEXTS);

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
    ZstdCompressCtx context = WRITERS.poll();
    if (context == null) {
      context = new ZstdCompressCtx().setLevel(LEVEL);
    }
    try {
      return context.compressByteArray(target, to, limit, source, from, length);
    } catch (ZstdException e) {
      return -1;
    } finally {
      if (!WRITERS.offer(context)) {
        context.close();
      }
    }
  }

  /** Decompresses into exactly {@code rawBytes} bytes; never writes more, whatever the content says. */
  static void decompress(byte[] stored, int storedBytes, byte[] raw, int rawBytes)
      throws DamageException {
    if (!Library.AVAILABLE) {
      throw new DamageException("zstd's native library cannot be loaded here to decompress it");
    }
    ZstdDecompressCtx context = READERS.poll();
    if (context == null) {
      context = new ZstdDecompressCtx();
    }
    int size;
    try {
      size = context.decompressByteArray(raw, 0, rawBytes, stored, 0, storedBytes);
    } catch (ZstdException e) {
      throw new DamageException("zstd: " + e.getMessage());
    } finally {
      if (!READERS.offer(context)) {
        context.close();
      }
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
