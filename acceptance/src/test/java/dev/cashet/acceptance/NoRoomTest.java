package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.acceptance.program.Answer;
import dev.cashet.acceptance.program.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that fails in the middle; a limit on the size of files stands for a full disk. */
class NoRoomTest {
  /** Above the limit of 4 MiB, under which the drivers' native libraries fit. */
  private static final int LARGE = 16 << 20;

  @TempDir
  private Path store;

  @Test
  void submit_whenThereIsNoRoomForTheResult_saysSoAndLeavesNothing() throws Exception {
    ChildJvm limited =
        ChildJvm.standard().behind("bash", "-c", "ulimit -f 4096; exec \"$@\"", "bash");
    try (Child child = limited.worker(store)) {
      assertThat(child.ask("submit small 1")).startsWith("ran ");
      assertThat(child.ask("noise 1 " + LARGE))
          .startsWith("error Store")
          .contains(store.toString());
      assertThat(child.ask("noise 1 " + LARGE)).startsWith("error Store");
      // Smaller things still work in the same program.
      assertThat(child.ask("submit large 2")).startsWith("ran ");
      assertThat(child.ask("submit small 1")).startsWith("hit ");
      assertThat(child.end().code()).isZero();
    }
    List<Path> files =
        Directories.under(store).stream().filter(Files::isRegularFile).toList();
    assertThat(files)
        .filteredOn(file -> file.startsWith(store.resolve("objects")))
        .hasSize(1);
    assertThat(files).filteredOn(file -> file.startsWith(store.resolve("tmp"))).isEmpty();

    try (Child roomy = ChildJvm.standard().worker(store)) {
      assertThat(roomy.ask("noise 1 " + LARGE))
          .startsWith("ran ")
          .endsWith(" " + Answer.text(Tasks.noise(1, LARGE)));
      assertThat(roomy.ask("noise 1 " + LARGE)).startsWith("hit ");
      assertThat(roomy.ask("submit large 2")).startsWith("hit ");
    }
  }
}
