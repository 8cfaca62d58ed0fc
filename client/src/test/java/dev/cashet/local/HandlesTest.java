package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlesTest {
  @TempDir
  private Path directory;

  private static int length(String text) {
    return text.length();
  }

  private static byte[] zeros(int size) {
    return new byte[size];
  }

  @Test
  void close_afterManyClients_leavesNoHandleOpen() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (Cashet writing = Cashet.open(directory);
          Cashet reading = Cashet.open(directory)) {
        assertThat(writing.submit(HandlesTest::length, "text " + i).load())
            .isEqualTo(i < 10 ? 6 : 7);
        assertThat(writing.submit(HandlesTest::zeros, 100_000 + i).load()).hasSize(100_000 + i);
        assertThat(reading.submit(HandlesTest::zeros, 100_000 + i).load()).hasSize(100_000 + i);
      }
    }
    assertThat(openBelow(directory)).isEmpty();
    assertThat(Files.exists(directory.resolve("meta.db-wal"))).isFalse();
  }

  /** As the operating system sees it. */
  private static List<Path> openBelow(Path directory) throws IOException {
    Path root = directory.toRealPath();
    try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
      return handles
          .map(HandlesTest::target)
          .filter(file -> file.startsWith(root))
          .toList();
    }
  }

  private static Path target(Path handle) {
    try {
      return Files.readSymbolicLink(handle);
    } catch (IOException e) {
      return Path.of("gone");
    }
  }
}
