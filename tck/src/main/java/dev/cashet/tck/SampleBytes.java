package dev.cashet.tck;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes of every nature that results have: noise, text, numbers. The same seed gives the same bytes. */
final class SampleBytes {
  private SampleBytes() {}

  /** Noise, which cannot be compressed. */
  static byte[] noise(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** A text that repeats itself with small differences. */
  static byte[] text(long seed, int size) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(size + 64);
    while (text.length() < size) {
      text.append("station ").append(random.nextInt(50)).append(": ");
      text.append(random.nextInt(400) / 10.0).append(" degrees\n");
    }
    return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
  }

  /** A random walk as an array of doubles after a heading of odd length. */
  static byte[] numbers(long seed, int size) {
    Random random = new Random(seed);
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.put(new byte[Math.min(13, size)]);
    double value = 1000;
    while (bytes.remaining() >= Double.BYTES) {
      value += random.nextGaussian();
      bytes.putDouble(Math.rint(value * 100) / 100);
    }
    return bytes.array();
  }
}
