package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {
  private static final ChildJvm JVM = ChildJvm.standard();

  @TempDir
  private Path scratch;

  @Test
  void submit_whenTheStoreWasDeletedMeanwhile_runsAgainAndKeepsTheResult() throws Exception {
    Path store = scratch.resolve("store");
    try (Child running = JVM.worker(store)) {
      assertThat(running.ask("submit small 1")).startsWith("ran ");
      assertThat(running.ask("submit large 2")).startsWith("ran ");
      Directories.delete(store);
      awaitNoticed(running);
      assertThat(running.ask("submit small 1")).startsWith("ran ").endsWith(" value_of_1");
      assertThat(running.ask("submit large 2")).startsWith("ran ");
      try (Child other = JVM.worker(store)) {
        assertThat(other.ask("submit small 1")).startsWith("hit ").endsWith(" value_of_1");
        assertThat(other.ask("submit large 2")).startsWith("hit ");
      }
      assertThat(running.ask("submit small 1")).startsWith("hit ");
      assertThat(running.end().code()).isZero();
    }
  }

  @Test
  void submit_whenTheStoreIsDeletedDuringATask_keepsTheResultInANewOne() throws Exception {
    Path store = scratch.resolve("store");
    try (Child running = JVM.worker(store)) {
      running.send("submit gated 1");
      running.line("running 1");
      Directories.delete(store);
      running.send("survivor");
      assertThat(running.line("ran ")).endsWith(" survivor");
      assertThat(running.end().code()).isZero();
    }
    try (Child other = JVM.worker(store)) {
      assertThat(other.ask("submit gated 1")).startsWith("hit ").endsWith(" survivor");
    }
  }

  @Test
  void submit_whenThePathHasEveryKindOfCharacter_keepsAndFinds() throws Exception {
    // Sent to the programs as text: this program's own locale may not know the letters.
    String names = "with space/ünï © 日本/a?b#c%41;d&e=f+g'h\"i\\j:k*l/";
    for (String start : List.of("ran ", "hit ")) {
      try (Child child = JVM.start(ChildJvm.WORKER)) {
        child.send(scratch + "/" + names);
        child.line("ready");
        assertThat(child.ask("submit small 1")).startsWith(start).endsWith(" value_of_1");
        assertThat(child.ask("submit large 1")).startsWith(start);
        child.end();
      }
    }
    assertThat(Directories.under(scratch).stream().filter(path -> path.endsWith("meta.db")))
        .as("nothing beside the one directory")
        .hasSize(1)
        .allMatch(path -> path.getNameCount() == scratch.getNameCount() + 4)
        .allSatisfy(path -> assertThat(Files.size(path)).isPositive());
  }

  /** A program looks now and then only whether its store is still there, and is right until then. */
  private static void awaitNoticed(Child running) throws Exception {
    long asked = System.nanoTime();
    while (running.ask("cached small 1").equals("cached true")) {
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
    }
  }
}
