package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.acceptance.program.Answer;
import dev.cashet.acceptance.program.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HitTest {
  private static final ChildJvm JVM = ChildJvm.standard();

  @TempDir
  private Path scratch;

  private Path store;

  @BeforeEach
  void fill() throws Exception {
    store = scratch.resolve("store");
    try (Child first = JVM.worker(store)) {
      assertThat(first.ask("submit small 1")).startsWith("ran ");
      assertThat(first.ask("submit large 2")).startsWith("ran ");
      assertThat(first.end().code()).isZero();
    }
  }

  @Test
  void submit_whenAnotherProgramHasRunIt_isAHitWithItsCommit() throws Exception {
    try (Child second = JVM.worker(store);
        Child third = JVM.worker(store)) {
      String answer = second.ask("submit large 2");
      assertThat(answer).startsWith("hit ").endsWith(" " + Answer.text(Tasks.large(2)));
      assertThat(third.ask("submit large 2")).isEqualTo(answer);
      assertThat(third.ask("submit small 1")).startsWith("hit ").endsWith(" value_of_1");
    }
  }

  @Test
  void submit_whenAHit_writesNothing() throws Exception {
    assertThat(store.resolve("meta.db-wal")).doesNotExist();
    Map<String, String> before = StoreImage.bytes(store);
    Map<String, String> meaning = StoreImage.meaning(store, scratch);
    try (Child second = JVM.worker(store)) {
      assertThat(second.ask("cached small 1")).isEqualTo("cached true");
      assertThat(second.ask("cached large 3")).isEqualTo("cached false");
      assertThat(second.ask("submit small 1")).startsWith("hit ");
      assertThat(second.ask("submit large 2")).startsWith("hit ");
      assertThat(second.ask("load large 2")).endsWith(Answer.text(Tasks.large(2)));
      // The log appears, empty, as soon as somebody reads.
      Path log = store.resolve("meta.db-wal");
      assertThat(Files.exists(log) ? Files.size(log) : 0).isZero();
      Map<String, String> during = StoreImage.bytes(store);
      during.remove("meta.db-wal");
      assertThat(during).isEqualTo(before);
      second.end();
    }
    assertThat(StoreImage.meaning(store, scratch)).isEqualTo(meaning);
  }

  @Test
  void isCached_whenThereIsNoStore_createsNone() throws Exception {
    Path none = scratch.resolve("none");
    try (Child asking = JVM.worker(none)) {
      assertThat(asking.ask("cached small 1")).isEqualTo("cached false");
      asking.end();
    }
    assertThat(none).doesNotExist();
  }
}
