package dev.cashet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobStore;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Maintenance;
import dev.cashet.store.Pins;
import dev.cashet.store.Store;
import dev.cashet.store.StoreStats;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a file is used only where it must still hold. */
class FileDigestsTest {
  private static final Digest FORGED = Digest.sha256("another content");

  @TempDir
  private Path directory;

  private Path file;
  private Path index;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("data");
    index = directory.resolve("index");
    Files.write(file, content(1, 300_000));
  }

  private static byte[] content(int seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** An hour on: what was written just now was written long ago. */
  private FileDigests later() {
    return new FileDigests(
        new Beside(index), InstantSource.offset(InstantSource.system(), Duration.ofHours(1)));
  }

  private Digest actual() throws IOException {
    return Digest.sha256(Files.readAllBytes(file));
  }

  /** Plants another digest for the file as it is, so that a look shows whether the file was read. */
  private void plant() throws IOException {
    later().of(file, true);
    Path real = file.toRealPath();
    FileDigests.Known known = new FileIndex(index).get(real).orElseThrow();
    new FileIndex(index).put(real, new FileDigests.Known(known.state(), FORGED), Instant.EPOCH);
  }

  @Test
  void of_nothingHasChanged_doesNotReadTheFileAgain() throws IOException {
    plant();

    assertThat(later().of(file, true)).isEqualTo(FORGED);
  }

  @Test
  void of_aFileChangedJustNow_isReadEachTime() throws IOException {
    FileDigests now = new FileDigests(new Beside(index), InstantSource.system());

    assertThat(now.of(file, true)).isEqualTo(actual());
    assertThat(new FileIndex(index).get(file.toRealPath())).isEmpty();
  }

  @Test
  void of_editedWithSameSizeAndTime_readsTheFileAgain() throws IOException {
    plant();
    FileTime before = Files.getLastModifiedTime(file);
    Files.write(file, content(2, 300_000));
    Files.setLastModifiedTime(file, before);

    assertThat(later().of(file, true)).isEqualTo(actual());
  }

  @Test
  void of_oneByteChangedInPlace_readsTheFileAgain() throws IOException {
    plant();
    FileTime before = Files.getLastModifiedTime(file);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(150_001);
      out.write(7);
    }
    Files.setLastModifiedTime(file, before);

    assertThat(later().of(file, true)).isEqualTo(actual());
  }

  @Test
  void of_replacedByAnotherFile_readsTheFileAgain() throws IOException {
    plant();
    Path other = Files.write(directory.resolve("other"), content(2, 300_000));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThat(later().of(file, true)).isEqualTo(actual());
  }

  @Test
  void of_aSmallFile_isReadEachTime() throws IOException {
    Files.write(file, content(1, 1000));
    later().of(file, true);

    assertThat(index.resolve("files.1")).doesNotExist();
  }

  @Test
  void of_byALink_isTheFile() throws IOException {
    plant();
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);

    assertThat(later().of(link, true)).isEqualTo(FORGED);
  }

  @Test
  void of_aDamagedIndex_readsTheFileAgain() throws IOException {
    plant();
    byte[] bytes = Files.readAllBytes(index.resolve("files.1"));
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        bytes[i] ^= 1;
      }
    }
    Files.write(index.resolve("files.1"), bytes);

    assertThat(later().of(file, true)).isEqualTo(actual());
  }

  @Test
  void of_theIndexIsDeleted_makesItAgain() throws IOException {
    plant();
    Files.delete(index.resolve("files.1"));

    assertThat(later().of(file, true)).isEqualTo(actual());
    assertThat(new FileIndex(index).get(file.toRealPath()).orElseThrow().content())
        .isEqualTo(actual());
  }

  @Test
  void of_mayNotWrite_writesNothing() throws IOException {
    later().of(file, false);

    assertThat(index).doesNotExist();
  }

  @Test
  void save_theStoreHasComeToBe_keepsWhatWasRead() throws IOException {
    Beside store = new Beside(null);
    FileDigests digests =
        new FileDigests(store, InstantSource.offset(InstantSource.system(), Duration.ofHours(1)));
    digests.of(file, true);
    store.index = index;

    digests.save();

    assertThat(new FileIndex(index).get(file.toRealPath())).isPresent();
  }

  @Test
  void of_noFile_saysSo() {
    assertThatThrownBy(() -> later().of(directory.resolve("none"), true))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> later().of(directory, true)).hasMessageContaining("not a file");
  }

  @Test
  void put_moreFilesThanARowHolds_staysWithinItsSize() throws IOException {
    FileIndex files = new FileIndex(index);
    FileDigests.Known known = new FileDigests.Known(FORGED, FORGED);
    for (int i = 0; i < 3000; i++) {
      files.put(Path.of("/file" + i), known, Instant.ofEpochSecond(i));
    }

    assertThat(Files.size(index.resolve("files.1")))
        .isLessThanOrEqualTo(4096L * FileIndex.ROW_BYTES);
    assertThat(files.get(Path.of("/file2999"))).contains(known);
    assertThat(files.get(Path.of("/other"))).isEmpty();
  }

  @Test
  void get_aTornSlot_isNoSlot() throws IOException {
    FileIndex files = new FileIndex(index);
    files.put(Path.of("/a"), new FileDigests.Known(FORGED, FORGED), Instant.EPOCH);
    byte[] whole = Files.readAllBytes(index.resolve("files.1"));
    int start = whole.length - FileIndex.SLOT_BYTES;
    for (int cut = 1; cut < FileIndex.SLOT_BYTES; cut++) {
      byte[] torn = whole.clone();
      Arrays.fill(torn, start + cut, torn.length, (byte) 0x55);
      Files.write(index.resolve("files.1"), torn);
      assertThat(files.get(Path.of("/a"))).isEmpty();
    }
  }

  /** A store of which only the place beside it is used. */
  private static final class Beside implements Store {
    private Path index;

    Beside(Path index) {
      this.index = index;
    }

    @Override
    public Optional<Path> indexDirectory() {
      return Optional.ofNullable(index);
    }

    @Override
    public BlobStore blobs() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CommitStore commits() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Claims claims() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Pins pins() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Maintenance maintenance() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int smallObjectLimit() {
      return 0;
    }

    @Override
    public void record(StoreStats.Use use) {}

    @Override
    public String location() {
      return "nowhere";
    }

    @Override
    public void close() {}
  }
}
