package dev.cashet.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobUnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, no byte that was not put is ever handed out. */
class DamagedFileTest {
  private static final long SEED = 4711;
  private static final byte[] SMALL = Samples.text(1, 400);
  private static final byte[] LARGE = Samples.noise(2, 3 * Samples.MIB + 1001);

  @TempDir
  Path directory;

  private FileBlobStore store;

  @BeforeEach
  void open() {
    store = FileBlobStore.open(directory, false);
  }

  @Test
  void read_whenAnyBitOfASmallFileFlips_isRefused() throws IOException {
    Path file = put(SMALL);
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);

      assertDamaged(SMALL, "bit " + bit);
    }
    store.put(SMALL);
    assertThat(Samples.read(store, Digest.sha256(SMALL))).isEqualTo(SMALL);
  }

  @Test
  void read_whenAnyByteOfALargeFileFlips_isRefused() throws IOException {
    Path file = put(LARGE);
    Random random = new Random(SEED);
    long length = Files.size(file);
    for (int i = 0; i < 250; i++) {
      long at = i < 40 ? i : i < 120 ? length - 1 - (i - 40) : random.nextLong(length);
      flip(file, at);
      assertDamaged(LARGE, "seed " + SEED + ", byte " + at + " of " + length);
      flip(file, at);
    }
    assertThat(Samples.read(store, Digest.sha256(LARGE))).isEqualTo(LARGE);
  }

  @Test
  void read_whenCutOffAnywhere_isRefused() throws IOException {
    Path file = put(SMALL);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertDamaged(SMALL, "cut to " + length);
      assertThat(store.stat(Digest.sha256(SMALL))).isEmpty();
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertDamaged(SMALL, "one byte too long");
  }

  @Test
  void read_whenALargeFileIsCutOffAnywhere_isRefused() throws IOException {
    Path file = put(LARGE);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      int length = random.nextInt(whole.length);
      Files.write(file, Arrays.copyOf(whole, length));

      assertDamaged(LARGE, "seed " + SEED + ", cut to " + length);
    }
  }

  @Test
  void read_whenTheFileIsCutOffMeanwhile_isRefused() throws IOException {
    byte[] noise = Samples.noise(3, 5 * Samples.MIB);
    Path file = put(noise);
    try (InputStream in = store.open(Digest.sha256(noise))) {
      byte[] first = in.readNBytes(100);
      try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
        cut.setLength(2 * Samples.MIB);
      }

      assertThat(first).isEqualTo(Arrays.copyOf(noise, 100));
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(BlobUnreadableException.class)
          .hasMessageContaining("frame 1 at byte");
    }
  }

  @Test
  void read_whenTheFileOfAnotherBlobLiesThere_isRefused() throws IOException {
    Path file = put(SMALL);
    Files.write(file, Files.readAllBytes(put(Samples.text(9, 400))));

    assertDamaged(SMALL, "another blob's file");
  }

  @Test
  void read_whenTwoFramesAreSwapped_isRefused() throws IOException {
    byte[] noise = Samples.noise(4, 2 * Samples.MIB);
    Path file = put(noise);
    byte[] whole = Files.readAllBytes(file);
    byte[] swapped = whole.clone();
    int frame = FrameHeader.BYTES + Samples.MIB;
    System.arraycopy(whole, BlobHeader.BYTES, swapped, BlobHeader.BYTES + frame, frame);
    System.arraycopy(whole, BlobHeader.BYTES + frame, swapped, BlobHeader.BYTES, frame);
    Files.write(file, swapped);

    assertDamaged(noise, "swapped frames");
    assertThat(store.isIntact(Digest.sha256(noise), noise.length - 1)).isTrue();
  }

  @Test
  void put_whenTheFileIsDamaged_replacesIt() throws IOException {
    for (byte[] blob : new byte[][] {SMALL, LARGE, new byte[0]}) {
      Path file = put(blob);
      long length = Files.size(file);
      for (long at : new long[] {0, length / 2, length - 1}) {
        flip(file, at);

        store.put(blob);

        store.verify(Digest.sha256(blob));
        assertThat(Samples.read(store, Digest.sha256(blob))).isEqualTo(blob);
      }
    }
  }

  @Test
  void verify_whenChecksumsFitButTheContentIsAnother_isRefused() throws IOException {
    byte[] content = Samples.noise(5, 5000);
    Path file = put(content);
    Digest digest = Digest.sha256(content);
    byte[] forged = Files.readAllBytes(file);
    byte[] frame = Arrays.copyOfRange(forged, BlobHeader.BYTES, BlobHeader.BYTES + 16 + 5000);
    frame[FrameHeader.BYTES + 17]++;
    FrameHeader.seal(frame, 0, Method.RAW, 5000, 5000);
    System.arraycopy(frame, 0, forged, BlobHeader.BYTES, frame.length);
    Files.write(file, forged);

    assertThatThrownBy(() -> store.verify(digest))
        .isInstanceOf(BlobUnreadableException.class)
        .hasMessageContaining("another digest");
  }

  private Path put(byte[] bytes) {
    return Samples.fileOf(directory, store.put(bytes).digest());
  }

  /** Reads until the damage is met; what came before is the blob's own, and never all of it. */
  private void assertDamaged(byte[] blob, String how) throws IOException {
    Digest digest = Digest.sha256(blob);
    assertThat(store.isIntact(digest, Long.MAX_VALUE)).as(how).isFalse();
    assertThatThrownBy(() -> store.verify(digest))
        .as(how)
        .isInstanceOfSatisfying(
            BlobUnreadableException.class, e -> assertThat(e.isMissing()).isFalse());
    ByteArrayOutputStream handedOut = new ByteArrayOutputStream();
    assertThatThrownBy(() -> {
          try (InputStream in = store.open(digest)) {
            in.transferTo(handedOut);
          }
        })
        .as(how)
        .isInstanceOf(BlobUnreadableException.class);
    assertThat(handedOut.size()).as(how).isLessThan(blob.length);
    assertThat(Arrays.equals(handedOut.toByteArray(), Arrays.copyOf(blob, handedOut.size())))
        .as(how)
        .isTrue();
  }

  private static void flip(Path path, long at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      int value = file.read();
      file.seek(at);
      file.write(value ^ 0x10);
    }
  }
}
