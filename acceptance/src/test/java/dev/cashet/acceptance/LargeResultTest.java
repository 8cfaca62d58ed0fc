package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeResultTest {
  private static final int MEBIBYTES = 2048;

  @TempDir
  private Path store;

  @Test
  void submit_whenTheResultIsFourTimesTheHeap_keepsAndLoadsIt() throws Exception {
    ChildJvm jvm = ChildJvm.standard();
    // The optimising compiler has what makes SHA-256 fast.
    ChildJvm small = new ChildJvm(
            jvm.around(),
            jvm.options().stream().filter(option -> !option.contains("Tiered")).toList(),
            jvm.classPath())
        .with("-Xmx512m");
    for (String how : List.of("ran", "hit")) {
      try (Child child = small.start(
          "dev.cashet.acceptance.program.LargeResult", store.toString(), "" + MEBIBYTES)) {
        Child.Ended ended = child.end();
        assertThat(ended.out().strip() + ended.err()).isEqualTo(how + " " + MEBIBYTES + " blocks");
      }
    }
  }
}
