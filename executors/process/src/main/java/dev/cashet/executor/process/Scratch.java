package dev.cashet.executor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of one executor: sockets, copies of classes, large results on their way.
 *
 * @param path where it is
 */
record Scratch(Path path) {
  static Scratch make() {
    try {
      return new Scratch(Files.createTempDirectory("cashet"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary directory", e);
    }
  }

  /** Removes it with all in it, as far as it can be. */
  void delete() {
    List<Path> all;
    try (Stream<Path> found = Files.walk(path)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      // It is gone, or going.
      return;
    }
    for (Path each : all) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException e) {
        // What is left lies in the system's temporary directory.
        continue;
      }
    }
  }
}
