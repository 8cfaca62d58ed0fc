package dev.cashet.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.StoreException;
import dev.cashet.store.StoreFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is this store's own, beyond the contract. */
class FileBlobStoreTest {
  @TempDir
  Path directory;

  @Test
  void put_whenTheDirectoryIsMissing_createsItAtTheFirstWriteOnly() throws IOException {
    Path absent = directory.resolve("a b/ü");
    FileBlobStore store = FileBlobStore.open(absent, true);
    BlobWriter writer = store.create();
    writer.write(new byte[100]);
    assertThat(Files.exists(directory.resolve("a b"))).isFalse();

    Digest digest = writer.finish().digest();

    assertThat(Samples.files(directory)).containsExactly(Samples.fileOf(absent, digest));
  }

  @Test
  void put_whenTheDirectoryIsAFile_saysSo() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    FileBlobStore store = FileBlobStore.open(file, false);

    assertThatThrownBy(() -> store.put(new byte[100]))
        .isInstanceOf(StoreFailedException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> store.open(Digest.sha256("x")))
        .isInstanceOf(StoreFailedException.class)
        .hasMessageContaining(file.toString());
    assertThat(Files.readString(file)).isEqualTo("x");
  }

  @Test
  void finish_whenTheTemporaryFileWasSwept_failsAndShowsNothing() throws IOException {
    FileBlobStore store = FileBlobStore.open(directory, false);
    try (BlobWriter writer = store.create()) {
      writer.write(Samples.noise(1, 3 * Samples.MIB));
      InstantSource tomorrow = InstantSource.offset(InstantSource.system(), Duration.ofDays(1));
      assertThat(store.sweep().sweepTemporary(Duration.ofHours(1), tomorrow)).isEqualTo(1);

      assertThatThrownBy(writer::finish).isInstanceOf(StoreException.class);
      assertThatThrownBy(writer::finish).isInstanceOf(StoreFailedException.class);
      assertThatThrownBy(() -> writer.write(1)).isInstanceOf(StoreFailedException.class);
    }
    assertThat(store.list()).isEmpty();
    assertThat(Samples.files(directory)).isEmpty();
  }

  @Test
  void write_afterFinishOrClose_isTheCallersMistake() throws IOException {
    BlobWriter writer = FileBlobStore.open(directory, false).create();
    writer.finish();

    assertThatThrownBy(() -> writer.write(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_whenNotFinished_removesTheTemporaryFile() throws IOException {
    BlobWriter writer = FileBlobStore.open(directory, false).create();
    writer.write(new byte[3 * Samples.MIB]);
    assertThat(Samples.files(directory)).hasSize(1);

    writer.close();

    assertThat(Samples.files(directory)).isEmpty();
  }

  @Test
  void put_whenTheBlobIsThere_makesItYoungAgain() throws IOException {
    FileBlobStore store = FileBlobStore.open(directory, false);
    byte[] blob = Samples.text(1, 5000);
    Path file = Samples.fileOf(directory, store.put(blob).digest());
    Instant old = Instant.parse("2020-01-01T00:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(old));

    store.put(blob);

    assertThat(Files.getLastModifiedTime(file).toInstant()).isAfter(old.plusSeconds(86_400));
  }

  @Test
  void firstWrite_whenOthersLeftFilesLongAgo_sweepsThem() throws IOException {
    Path left = directory.resolve("tmp/left.tmp");
    Path foreign = directory.resolve("tmp/notes.txt");
    for (Path path : new Path[] {left, foreign}) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, "x");
      Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    FileBlobStore store = FileBlobStore.open(directory, false);
    store.stat(Digest.sha256("x"));
    assertThat(left).exists();

    store.put(new byte[10]);

    assertThat(left).doesNotExist();
    assertThat(foreign).exists();
  }

  @Test
  void anything_whenTheThreadIsInterrupted_worksAndStaysInterrupted() throws IOException {
    FileBlobStore store = FileBlobStore.open(directory, true);
    byte[] blob = Samples.noise(1, 3 * Samples.MIB);
    Thread.currentThread().interrupt();
    try {
      Digest digest = store.put(blob).digest();
      store.put(new byte[100]);
      store.put(new byte[100]);

      assertThat(Samples.read(store, digest)).isEqualTo(blob);
      store.verify(digest);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void read_afterClose_isRefused() throws IOException {
    FileBlobStore store = FileBlobStore.open(directory, false);
    InputStream in = store.open(store.put(new byte[3 * Samples.MIB]).digest());
    in.close();
    in.close();

    assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
    assertThatThrownBy(() -> in.read(new byte[1])).isInstanceOf(IOException.class);
  }
}
