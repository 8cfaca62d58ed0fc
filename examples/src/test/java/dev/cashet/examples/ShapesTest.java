package dev.cashet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that the guide to batches, maps and futures is taken from. */
class ShapesTest {
  @TempDir
  private Path directory;

  @Test
  void shapes_whenRunTwice_findsWhatItHasComputed() throws Exception {
    Program shapes = new Program(Path.of("Shapes.java").toAbsolutePath(), directory);
    assertThat(shapes.run())
        .contains("sum: DEPENDS, numbers runs before it", "parts [", "batch ran 4")
        .contains("broken FAILED because of broken", "after SKIPPED because of broken")
        .contains("beside COMPLETED", "sum of squares 328350", "9 27", "later 1296")
        .contains("fib 354224848179261915075", "price 7.5", "thrown as it is: no item")
        .contains("tags {experiment=7}");
    assertThat(shapes.run())
        .contains("report: HIT", "batch ran 0", "beside HIT", "tags {experiment=7}");
  }
}
