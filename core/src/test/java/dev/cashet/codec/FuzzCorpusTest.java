package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The inputs that {@link DecoderFuzz} starts from, and those that it has once failed on. */
class FuzzCorpusTest {
  @TestFactory
  Stream<DynamicTest> corpus_always_isReadOrRefused() throws Exception {
    return inputs().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
          byte[] data = Files.readAllBytes(file);
          DecoderFuzz.read(data);
          DecoderFuzz.print(data);
        }));
  }

  @Test
  void corpus_always_isThere() throws Exception {
    assertThat(inputs()).hasSizeGreaterThan(50);
  }

  private static List<Path> inputs() throws IOException, URISyntaxException {
    Path root =
        Path.of(Objects.requireNonNull(FuzzCorpusTest.class.getResource("DecoderFuzzInputs"))
            .toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
