package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobStore;
import dev.cashet.store.BlobUnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link BlobStore} says of a blob whose bytes have changed where they lie. */
public abstract class DamagedBlobContract {
  private static final int MIB = 1 << 20;

  /** Where the store under test may keep its files; empty before each test. */
  @TempDir
  protected Path directory;

  /** For implementations. */
  protected DamagedBlobContract() {}

  /**
   * Opens the store under test; opening the same directory again stands for another process. The implementation's test
   * closes what needs closing.
   */
  protected abstract BlobStore open(Path directory);

  /** Changes one bit in the middle of what is stored of this blob, behind the store's back. */
  protected abstract void damage(Path directory, Digest digest) throws Exception;

  @Test
  void open_whenDamaged_handsOutNothingWrong() throws Exception {
    for (byte[] blob : blobs()) {
      Digest digest = putDamaged(blob);
      ByteArrayOutputStream out = new ByteArrayOutputStream();

      BlobUnreadableException error = catchThrowableOfType(
          BlobUnreadableException.class, () -> copy(open(directory), digest, out));

      assertThat(error.isMissing()).isFalse();
      assertThat(error.digest()).isEqualTo(digest);
      assertThat(error).hasMessageContaining(digest.shortHex());
      assertThat(out.size()).isLessThan(blob.length);
      assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(blob, out.size()));
    }
  }

  @Test
  void verify_whenDamaged_saysSo() throws Exception {
    for (byte[] blob : blobs()) {
      Digest digest = putDamaged(blob);

      assertThatThrownBy(() -> open(directory).verify(digest))
          .isInstanceOfSatisfying(
              BlobUnreadableException.class, e -> assertThat(e.isMissing()).isFalse());
    }
  }

  @Test
  void isIntact_whenDamagedWithinTheLimit_isFalse() throws Exception {
    for (byte[] blob : blobs()) {
      Digest digest = putDamaged(blob);

      assertThat(open(directory).isIntact(digest, blob.length)).isFalse();
      assertThat(open(directory).isIntact(digest, Long.MAX_VALUE)).isFalse();
    }
  }

  @Test
  void isIntact_whenDamagedBeyondTheLimit_neverThrows() throws Exception {
    for (byte[] blob : blobs()) {
      Digest digest = putDamaged(blob);

      open(directory).isIntact(digest, 0);
      open(directory).stat(digest);
      open(directory).list().close();
    }
  }

  @Test
  void put_whenDamaged_healsTheBlob() throws Exception {
    for (byte[] blob : blobs()) {
      Digest digest = putDamaged(blob);

      open(directory).put(blob);

      ByteArrayOutputStream out = new ByteArrayOutputStream();
      copy(open(directory), digest, out);
      assertThat(out.toByteArray()).isEqualTo(blob);
      open(directory).verify(digest);
      assertThat(open(directory).isIntact(digest, Long.MAX_VALUE)).isTrue();
    }
  }

  @Test
  void delete_whenDamaged_removesIt() throws Exception {
    for (byte[] blob : blobs()) {
      Digest digest = putDamaged(blob);

      open(directory).delete(digest);

      assertThatThrownBy(() -> open(directory).open(digest))
          .isInstanceOfSatisfying(
              BlobUnreadableException.class, e -> assertThat(e.isMissing()).isTrue());
    }
  }

  private static byte[][] blobs() {
    return new byte[][] {
      SampleBytes.noise(1, 100),
      SampleBytes.text(2, 5000),
      SampleBytes.noise(3, 3 * MIB + 5),
      SampleBytes.numbers(4, 2 * MIB)
    };
  }

  private Digest putDamaged(byte[] blob) throws Exception {
    Digest digest = open(directory).put(blob).digest();
    damage(directory, digest);
    return digest;
  }

  private static void copy(BlobStore store, Digest digest, ByteArrayOutputStream out)
      throws IOException {
    try (InputStream in = store.open(digest)) {
      in.transferTo(out);
    }
  }
}
