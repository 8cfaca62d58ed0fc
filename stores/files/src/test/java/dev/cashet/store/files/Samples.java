package dev.cashet.store.files;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bytes to store, and a look at where they went. */
final class Samples {
  static final int MIB = 1 << 20;

  private Samples() {}

  static byte[] noise(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Whole numbers that grow slowly, {@code width} bytes each. */
  static byte[] numbers(long seed, int size, int width) {
    Random random = new Random(seed);
    ByteBuffer bytes = ByteBuffer.allocate(size);
    long value = 1_000_000;
    while (bytes.remaining() >= width) {
      value += random.nextInt(2000);
      if (width == Integer.BYTES) {
        bytes.putInt((int) value);
      } else {
        bytes.putLong(value);
      }
    }
    return bytes.array();
  }

  static byte[] text(long seed, int size) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < size) {
      text.append("row ").append(random.nextInt(1000)).append(";\n");
    }
    return text.substring(0, size).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  static Path fileOf(Path directory, Digest digest) {
    String hex = digest.hex();
    return directory.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  static byte[] read(FileBlobStore store, Digest digest) throws IOException {
    try (InputStream in = store.open(digest)) {
      return in.readAllBytes();
    }
  }

  /** The names of all files below a directory; none if it does not exist. */
  static List<Path> files(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
