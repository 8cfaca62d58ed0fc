package dev.cashet.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows across processes. */
class FileBlobProcessTest {
  private static final String HEAP = "-Xmx48m";

  @TempDir
  Path directory;

  private Path objects;
  private Path temporary;

  @org.junit.jupiter.api.BeforeEach
  void names() {
    objects = directory.resolve("objects");
    temporary = directory.resolve("tmp");
  }

  @AfterEach
  void makeWritable() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void put_whenTheBlobIsLargerThanTheHeap_streamsBothWays() throws IOException {
    try (Child child = Child.start(List.of(), HEAP, "read", directory, 3000)) {
      assertThat(child.output()).contains("put 300000000", "read 300000000 end -1");
    }
  }

  @Test
  void put_whenThereIsNoRoom_failsLeavesNothingAndGoesOn() throws IOException {
    // A limit on the size of files, in KiB: the write of the fourth MiB fails as on a full disk,
    // for any user.
    List<String> limited = List.of("bash", "-c", "ulimit -f 3500; exec \"$@\"", "limited");
    try (Child child = Child.start(limited, HEAP, "put", directory, 80)) {
      assertThat(child.output())
          .startsWith("StoreFailedException: cannot write a blob")
          .contains("in " + directory + ": File too large")
          .contains("then put 3");
    }

    FileBlobStore store = FileBlobStore.open(directory, false);
    assertThat(store.list())
        .singleElement()
        .satisfies(info -> assertThat(info.sizeBytes()).isEqualTo(3));
    assertThat(Samples.files(temporary)).isEmpty();
  }

  @Test
  void put_whenTheDirectoryIsReadOnly_saysSoAndReadsOn() throws IOException {
    FileBlobStore store = FileBlobStore.open(directory, false);
    byte[] there = Samples.text(1, 5000);
    store.put(there);
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));

    try (Child child = Child.start(withoutPrivilege(), HEAP, "put", directory, 20)) {
      assertThat(child.output())
          .startsWith("StoreReadOnlyException: cannot write a blob")
          .contains(directory + " cannot be written here");
    } finally {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    assertThat(Samples.read(store, Digest.sha256(there))).isEqualTo(there);
    assertThat(Samples.files(directory)).hasSize(1);
  }

  @Test
  void put_whenTheWriterIsKilled_showsNothingAndIsSweptInTime() throws Exception {
    try (Child child = Child.start(List.of(), HEAP, "pause", directory, 50)) {
      assertThat(child.line()).isEqualTo("paused");
      child.kill();
    }

    FileBlobStore store = FileBlobStore.open(directory, false);
    assertThat(store.list()).isEmpty();
    assertThat(Samples.files(objects)).isEmpty();
    assertThat(Samples.files(temporary)).hasSize(1);
    InstantSource now = InstantSource.system();
    assertThat(store.sweep().sweepTemporary(Duration.ofHours(1), now)).isZero();
    InstantSource later = InstantSource.offset(now, Duration.ofMinutes(61));
    assertThat(store.sweep().sweepTemporary(Duration.ofHours(1), later)).isEqualTo(1);
    assertThat(Samples.files(directory)).isEmpty();
  }

  @Test
  void put_whenTwoProcessesPutTheSame_keepsEachBlobOnceAndWhole() throws IOException {
    FileBlobStore store = FileBlobStore.open(directory, false);
    try (Child one = Child.start(List.of(), HEAP, "many", directory, 30);
        Child two = Child.start(List.of(), HEAP, "many", directory, 30)) {
      BlobProgram.main(new String[] {"many", directory.toString(), "30"});

      assertThat(one.output()).contains("done");
      assertThat(two.output()).contains("done");
    }

    assertThat(store.list()).hasSize(60);
    store.list().forEach(info -> store.verify(info.digest()));
    assertThat(Samples.files(temporary)).isEmpty();
  }

  /** Root may write everywhere, unless it gives that right up. */
  private static List<String> withoutPrivilege() {
    return System.getProperty("user.name").equals("root")
        ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        : List.of();
  }
}
