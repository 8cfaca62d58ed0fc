package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final ChildJvm JVM = ChildJvm.standard();

  @TempDir
  private Path scratch;

  @Test
  void open_whenTheStoreIsAFile_saysSo() throws Exception {
    Path file = scratch.resolve("store");
    Files.writeString(file, "my notes", StandardCharsets.UTF_8);
    try (Child child = JVM.startWorker(file)) {
      assertThat(child.line()).startsWith("error Store").contains(file + ": it is a file");
    }
    assertThat(file).hasContent("my notes");
  }

  @Test
  void submit_whenTheFormatIsNewer_refusesAndChangesNothing() throws Exception {
    Path store = filled();
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve("meta.db"));
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    requireRefused(store, "format 99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "SQLite format 3\0 and then garbage"})
  void submit_whenTheDatabaseIsGarbage_refusesAndChangesNothing(String content) throws Exception {
    Path store = Files.createDirectory(scratch.resolve("store"));
    Files.writeString(store.resolve("meta.db"), content.repeat(100), StandardCharsets.UTF_8);
    requireRefused(store, "meta.db");
  }

  @Test
  void submit_whenTheDatabaseIsSomebodyElses_refusesAndChangesNothing() throws Exception {
    Path store = Files.createDirectory(scratch.resolve("store"));
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve("meta.db"));
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE recipes(name TEXT)");
    }
    requireRefused(store, "not one of cashet");
  }

  @Test
  void submit_whenTheFunctionIsNull_saysSoAndCreatesNothing() throws Exception {
    Path store = scratch.resolve("store");
    try (Child child = JVM.worker(store)) {
      assertThat(child.ask("nothing")).isEqualTo("error NullPointerException: function");
      assertThat(child.end().code()).isZero();
    }
    assertThat(store).doesNotExist();
  }

  @Test
  void submit_whenTheResultCannotBeKept_namesItsClassEachTimeAndIsNoHit() throws Exception {
    Path store = scratch.resolve("store");
    try (Child child = JVM.worker(store)) {
      assertThat(child.ask("submit thread 1"))
          .startsWith("error UnserializableException")
          .contains("java.lang.Thread");
      assertThat(child.ask("cached thread 1")).isEqualTo("cached false");
      assertThat(child.ask("submit thread 1")).startsWith("error UnserializableException");
      assertThat(child.ask("submit small 1")).startsWith("ran ");
    }
  }

  @Test
  void submit_whenTheTaskFails_givesItsMessageAndIsNoHit() throws Exception {
    try (Child child = JVM.worker(scratch.resolve("store"))) {
      assertThat(child.ask("submit failing 1"))
          .startsWith("error TaskException")
          .contains("no luck with 1");
      assertThat(child.ask("cached failing 1")).isEqualTo("cached false");
    }
  }

  @Test
  void submit_whenClosed_saysSo() throws Exception {
    try (Child child = JVM.worker(scratch.resolve("store"))) {
      assertThat(child.ask("close")).isEqualTo("closed");
      assertThat(child.ask("submit small 1"))
          .startsWith("error IllegalStateException")
          .contains("closed");
    }
  }

  private Path filled() throws Exception {
    Path store = scratch.resolve("store");
    try (Child child = JVM.worker(store)) {
      child.ask("submit small 1");
      child.end();
    }
    return store;
  }

  private static void requireRefused(Path store, String why) throws Exception {
    Map<String, String> before = StoreImage.bytes(store);
    try (Child child = JVM.worker(store)) {
      assertThat(child.ask("cached small 1")).startsWith("error Store").contains(why);
      assertThat(child.ask("submit small 1"))
          .startsWith("error Store")
          .contains(why, store.toString());
      assertThat(child.ask("submit large 1")).startsWith("error Store");
      child.end();
    }
    Map<String, String> after = StoreImage.bytes(store);
    after.keySet().removeIf(name -> name.endsWith(".lock"));
    before.keySet().removeIf(name -> name.endsWith(".lock"));
    assertThat(after).isEqualTo(before);
  }
}
