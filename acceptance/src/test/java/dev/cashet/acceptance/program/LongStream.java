package dev.cashet.acceptance.program;

import dev.cashet.codec.ByteStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

/** A result that is larger than the heap: blocks that are told apart by their number, half noise and half zeros. */
final class LongStream {
  private static final int BLOCK = 1 << 20;
  private static final int NOISE = BLOCK / 64;

  private LongStream() {}

  static ByteStream of(int blocks) {
    return ByteStream.writing(out -> {
      byte[] block = noise();
      for (int n = 0; n < blocks; n++) {
        out.write(numbered(block, n));
      }
    });
  }

  /** How many blocks there are, each of them right. */
  static int check(InputStream in) throws IOException {
    byte[] expected = noise();
    for (int n = 0; ; n++) {
      byte[] block = in.readNBytes(BLOCK);
      if (block.length == 0) {
        return n;
      }
      if (!Arrays.equals(block, numbered(expected, n))) {
        throw new IOException("block " + n + " is another");
      }
    }
  }

  private static byte[] noise() {
    byte[] block = new byte[BLOCK];
    byte[] noise = new byte[NOISE];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, block, BLOCK / 2, NOISE);
    return block;
  }

  private static byte[] numbered(byte[] block, int n) {
    for (int i = 0; i < Integer.BYTES; i++) {
      block[i] = (byte) (n >>> (8 * i));
    }
    return block;
  }
}
