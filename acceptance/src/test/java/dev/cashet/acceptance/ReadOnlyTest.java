package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.acceptance.program.Answer;
import dev.cashet.acceptance.program.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hits in a directory that the user may read and not write; root may always write, so it runs as nobody then. */
class ReadOnlyTest {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  @TempDir
  private Path scratch;

  private Path store;
  private ChildJvm reader;

  @BeforeEach
  void prepare() throws IOException {
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
    store = scratch.resolve("store");
    Path copy = Files.createDirectory(scratch.resolve("classes"));
    Path temporary = Files.createDirectory(scratch.resolve("tmp"));
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
    reader = ChildJvm.standard().copiedTo(copy).with("-Djava.io.tmpdir=" + temporary);
    allow(copy, "r-xr-xr-x", "r--r--r--");
    if (ROOT) {
      reader = reader.behind("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    }
  }

  @AfterEach
  void restore() throws IOException {
    allow(scratch, "rwxr-xr-x", "rw-r--r--");
  }

  @Test
  void submit_whenTheDirectoryIsReadOnly_isAHit() throws Exception {
    try (Child writer = ChildJvm.standard().worker(store)) {
      writer.ask("submit small 1");
      writer.ask("submit large 2");
      writer.end();
    }
    requireHits(store);
  }

  @Test
  void submit_whenAKilledWriterLeftItsLog_isAHit() throws Exception {
    leaveLog();
    requireHits(store);
  }

  @Test
  void submit_whenTheDirectoryIsACopyWithALog_isAHit() throws Exception {
    leaveLog();
    Path copy = scratch.resolve("copy of the store");
    Directories.copy(store, copy);
    Files.deleteIfExists(copy.resolve("meta.db-shm"));
    requireHits(copy);
  }

  private void leaveLog() throws Exception {
    try (Child writer = ChildJvm.standard().worker(store)) {
      writer.ask("submit small 1");
      writer.ask("submit large 2");
      writer.kill();
    }
    assertThat(Files.size(store.resolve("meta.db-wal"))).isPositive();
  }

  private void requireHits(Path directory) throws Exception {
    allow(directory, "r-xr-xr-x", "r--r--r--");
    Map<String, String> before = StoreImage.bytes(directory);
    try (Child nobody = reader.worker(directory)) {
      assertThat(nobody.ask("submit small 1")).startsWith("hit ").endsWith(" value_of_1");
      assertThat(nobody.ask("submit large 2"))
          .startsWith("hit ")
          .endsWith(" " + Answer.text(Tasks.large(2)));
      assertThat(nobody.ask("cached small 3")).isEqualTo("cached false");
      assertThat(nobody.ask("submit small 3"))
          .startsWith("error StoreReadOnlyException")
          .contains(directory.toString());
      assertThat(nobody.end().code()).isZero();
    }
    assertThat(StoreImage.bytes(directory)).isEqualTo(before);
  }

  private static void allow(Path directory, String directories, String files) throws IOException {
    for (Path path : Directories.under(directory)) {
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(Files.isDirectory(path) ? directories : files));
    }
  }
}
