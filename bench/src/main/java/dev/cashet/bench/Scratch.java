package dev.cashet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A place on disk that goes when the measurement ends. */
final class Scratch implements AutoCloseable {
  private final Path root;

  Scratch() throws IOException {
    root = Files.createTempDirectory("cashet-bench-");
  }

  Path directory(String name) {
    return root.resolve(name);
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(root)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
