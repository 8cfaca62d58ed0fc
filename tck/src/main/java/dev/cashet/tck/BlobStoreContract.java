package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobStore;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.BlobWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link BlobStore} keeps to when nothing is damaged and nobody else is at work. */
public abstract class BlobStoreContract {
  private static final int MIB = 1 << 20;
  private static final int[] SIZES = {
    0, 1, 2, 255, 256, 257, 1023, 1024, 1025, 65_535, MIB - 1, MIB, MIB + 1, 3 * MIB + 5
  };

  /** Where the store under test may keep its files; empty before each test. */
  @TempDir
  protected Path directory;

  private BlobStore store;

  /** For implementations. */
  protected BlobStoreContract() {}

  /**
   * Opens the store under test; opening the same directory again stands for another process. The implementation's test
   * closes what needs closing.
   */
  protected abstract BlobStore open(Path directory);

  @BeforeEach
  void open() {
    store = open(directory);
  }

  @Test
  void put_whenAnySizeAndNature_readsBackEqual() throws IOException {
    for (int size : SIZES) {
      for (byte[] bytes : natures(size)) {
        BlobInfo info = store.put(bytes);

        assertThat(Arrays.equals(read(store, info.digest()), bytes))
            .as("%d bytes", size)
            .isTrue();
      }
    }
  }

  @Test
  void put_always_namesTheBlobByItsSha256AndSize() {
    byte[] bytes = SampleBytes.text(1, 5000);

    BlobInfo info = store.put(bytes);

    assertThat(info.digest()).isEqualTo(Digest.sha256(bytes));
    assertThat(info.sizeBytes()).isEqualTo(5000);
    assertThat(info.storedBytes()).isPositive();
  }

  @Test
  void put_whenTheSameBytesTwice_keepsThemOnce() {
    BlobInfo first = store.put(SampleBytes.text(2, 4000));
    BlobInfo second = store.put(SampleBytes.text(2, 4000));

    assertThat(second).isEqualTo(first);
    assertThat(list(store)).containsExactly(first);
  }

  @Test
  void put_whenTheArrayChangesAfterwards_keepsWhatItWas() throws IOException {
    byte[] bytes = SampleBytes.noise(3, 2000);
    byte[] before = bytes.clone();
    Digest digest = store.put(bytes).digest();

    Arrays.fill(bytes, (byte) 0);

    assertThat(read(store, digest)).isEqualTo(before);
  }

  @Test
  void write_whenInPiecesFromOneArray_equalsTheWhole() throws IOException {
    byte[] bytes = SampleBytes.noise(4, 2 * MIB + 77);
    BlobInfo info;
    try (BlobWriter writer = store.create()) {
      byte[] piece = new byte[9973];
      writer.write(bytes[0]);
      for (int at = 1; at < bytes.length; at += piece.length - 1) {
        int length = Math.min(piece.length - 1, bytes.length - at);
        System.arraycopy(bytes, at, piece, 1, length);
        writer.write(piece, 1, length);
        Arrays.fill(piece, (byte) 0);
      }
      info = writer.finish();
    }

    assertThat(info.digest()).isEqualTo(Digest.sha256(bytes));
    assertThat(read(store, info.digest())).isEqualTo(bytes);
  }

  @Test
  void create_untilFinished_showsNothing() throws IOException {
    byte[] bytes = SampleBytes.noise(5, 3 * MIB);
    try (BlobWriter writer = store.create()) {
      writer.write(bytes);

      for (BlobStore any : List.of(store, open(directory))) {
        assertThat(any.stat(Digest.sha256(bytes))).isEmpty();
        assertThat(any.isIntact(Digest.sha256(bytes), 0)).isFalse();
        assertThat(list(any)).isEmpty();
      }
    }
  }

  @Test
  void close_whenNotFinished_leavesNothing() throws IOException {
    byte[] bytes = SampleBytes.noise(6, 3 * MIB);
    BlobWriter writer = store.create();
    writer.write(bytes);

    writer.close();
    writer.close();

    assertThat(store.stat(Digest.sha256(bytes))).isEmpty();
    assertThat(list(store)).isEmpty();
  }

  @Test
  void close_afterFinish_keepsTheBlob() throws IOException {
    BlobWriter writer = store.create();
    writer.write(1);
    Digest digest = writer.finish().digest();

    writer.close();

    assertThat(read(store, digest)).containsExactly(1);
  }

  @Test
  void finish_always_isSeenByEveryone() throws IOException {
    byte[] bytes = SampleBytes.text(7, 30_000);
    BlobStore other = open(directory);

    BlobInfo info = store.put(bytes);

    for (BlobStore any : List.of(other, open(directory))) {
      assertThat(read(any, info.digest())).isEqualTo(bytes);
      assertThat(any.stat(info.digest())).contains(info);
      assertThat(list(any)).containsExactly(info);
    }
  }

  @Test
  void open_whenMissing_saysSo() {
    Digest digest = Digest.sha256("nobody put this");

    BlobUnreadableException error =
        catchThrowableOfType(BlobUnreadableException.class, () -> read(store, digest));

    assertThat(error.isMissing()).isTrue();
    assertThat(error.digest()).isEqualTo(digest);
    assertThat(error).hasMessageContaining(digest.shortHex());
  }

  @Test
  void open_whenReadPiecewise_behavesAsAStream() throws IOException {
    byte[] bytes = SampleBytes.numbers(8, 2 * MIB + 10);
    Digest digest = store.put(bytes).digest();

    try (InputStream in = store.open(digest);
        InputStream other = store.open(digest)) {
      assertThat(in.read()).isEqualTo(bytes[0] & 0xFF);
      assertThat(in.read(new byte[4], 2, 0)).isZero();
      in.skipNBytes(MIB);
      assertThat(in.readNBytes(100)).isEqualTo(Arrays.copyOfRange(bytes, MIB + 1, MIB + 101));
      assertThat(other.readAllBytes()).isEqualTo(bytes);
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, MIB + 101, bytes.length));
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[4])).isEqualTo(-1);
    }
  }

  @Test
  void stat_whenPresentOrMissing_saysWhatIsKept() {
    BlobInfo info = store.put(SampleBytes.noise(9, 12_345));

    assertThat(store.stat(info.digest())).contains(info);
    assertThat(store.stat(Digest.sha256("other"))).isEmpty();
  }

  @Test
  void verify_whenPresentOrMissing_passesOrSaysSo() {
    Digest digest = store.put(SampleBytes.text(10, 2 * MIB)).digest();

    store.verify(digest);

    assertThatThrownBy(() -> store.verify(Digest.sha256("other")))
        .isInstanceOfSatisfying(
            BlobUnreadableException.class, e -> assertThat(e.isMissing()).isTrue());
  }

  @Test
  void isIntact_whenPresentOrMissing_answersForEveryLimit() {
    Digest digest = store.put(SampleBytes.text(11, 2 * MIB)).digest();

    for (long maxBytes : new long[] {0, 2 * MIB - 1, 2 * MIB, Long.MAX_VALUE}) {
      assertThat(store.isIntact(digest, maxBytes)).isTrue();
      assertThat(store.isIntact(Digest.sha256("other"), maxBytes)).isFalse();
    }
  }

  @Test
  void delete_whenPresent_removesItForEveryone() {
    BlobInfo gone = store.put(SampleBytes.noise(12, 5000));
    BlobInfo stays = store.put(SampleBytes.noise(13, 5000));

    assertThat(open(directory).delete(gone.digest())).isTrue();

    assertThat(store.delete(gone.digest())).isFalse();
    assertThat(store.stat(gone.digest())).isEmpty();
    assertThat(store.isIntact(gone.digest(), 0)).isFalse();
    assertThat(list(store)).containsExactly(stays);
  }

  @Test
  void delete_whenAReaderHasItOpen_doesNotDisturbIt() throws IOException {
    for (int size : new int[] {2000, 5 * MIB}) {
      byte[] bytes = SampleBytes.noise(14, size);
      Digest digest = store.put(bytes).digest();
      try (InputStream in = store.open(digest)) {
        int first = in.read();

        store.delete(digest);

        assertThat(first).isEqualTo(bytes[0] & 0xFF);
        assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 1, size));
      }
    }
  }

  @Test
  void delete_whenPutAgain_hasItAgain() throws IOException {
    byte[] bytes = SampleBytes.text(15, 9000);
    Digest digest = store.put(bytes).digest();
    store.delete(digest);

    store.put(bytes);

    assertThat(read(store, digest)).isEqualTo(bytes);
  }

  @Test
  void list_whenManyBlobs_hasEachOnce() {
    List<BlobInfo> put = Stream.iterate(0, i -> i + 1)
        .limit(100)
        .map(i -> store.put(SampleBytes.noise(i, 1500 + i)))
        .toList();

    assertThat(list(store)).containsExactlyInAnyOrderElementsOf(put);
  }

  @Test
  void list_whenBlobsGoMeanwhile_goesOn() {
    for (int i = 0; i < 50; i++) {
      store.put(SampleBytes.noise(i, 1500));
    }

    try (Stream<BlobInfo> blobs = store.list()) {
      assertThat(blobs.filter(blob -> store.delete(blob.digest())).count()).isEqualTo(50);
    }
    assertThat(list(store)).isEmpty();
  }

  @Test
  void reading_always_writesNothing() throws IOException {
    Digest missing = Digest.sha256("nobody put this");
    DirectoryImage empty = DirectoryImage.of(directory);
    askEverything(missing);
    assertThat(DirectoryImage.of(directory)).isEqualTo(empty);

    Digest digest = store.put(SampleBytes.noise(16, 2 * MIB)).digest();
    DirectoryImage filled = DirectoryImage.of(directory);
    askEverything(digest);
    read(store, digest);
    store.verify(digest);
    assertThat(DirectoryImage.of(directory)).isEqualTo(filled);
  }

  @Test
  void put_whenManyThreadsPutTheSame_keepsItOnce() throws Exception {
    byte[] bytes = SampleBytes.text(17, 3 * MIB);
    BlobStore other = open(directory);

    List<Digest> digests =
        Race.of(thread -> (thread % 2 == 0 ? store : other).put(bytes).digest());

    assertThat(digests).containsOnly(Digest.sha256(bytes));
    assertThat(list(store)).hasSize(1);
    store.verify(digests.get(0));
  }

  @Test
  void put_whenManyThreadsPutAndReadAndDelete_neverShowsAWrongByte() throws Exception {
    byte[] bytes = SampleBytes.numbers(18, MIB + 400);
    Digest digest = Digest.sha256(bytes);

    Race.of(thread -> {
      BlobStore own = open(directory);
      for (int round = 0; round < 5; round++) {
        own.put(bytes);
        if (thread % 4 == 0) {
          own.delete(digest);
        }
        try {
          assertThat(Arrays.equals(read(own, digest), bytes)).isTrue();
        } catch (BlobUnreadableException e) {
          assertThat(e.isMissing()).isTrue();
        }
      }
      return thread;
    });
  }

  private void askEverything(Digest digest) {
    BlobStore fresh = open(directory);
    fresh.stat(digest);
    fresh.isIntact(digest, Long.MAX_VALUE);
    list(fresh);
    Throwable read = catchThrowable(() -> read(fresh, digest));
    Throwable verified = catchThrowable(() -> fresh.verify(digest));
    assertThat(Stream.of(read, verified).filter(Objects::nonNull))
        .allMatch(error -> error instanceof BlobUnreadableException);
  }

  private static List<byte[]> natures(int size) {
    return List.of(
        SampleBytes.noise(size, size),
        SampleBytes.text(size, size),
        SampleBytes.numbers(size, size));
  }

  private static byte[] read(BlobStore store, Digest digest) throws IOException {
    try (InputStream in = store.open(digest)) {
      return in.readAllBytes();
    }
  }

  private static List<BlobInfo> list(BlobStore store) {
    try (Stream<BlobInfo> blobs = store.list()) {
      return blobs.toList();
    }
  }
}
