package dev.cashet.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.store.BlobInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionChoiceTest {
  private static final int OVERHEAD = BlobHeader.BYTES + FrameHeader.BYTES + BlobEnd.BYTES;

  @TempDir
  Path directory;

  @Test
  void put_whenUnder256Bytes_storesRaw() throws IOException {
    assertThat(methods(new byte[255])).containsExactly(0);
    assertThat(methods(new byte[256])).doesNotContain(0);
  }

  @Test
  void put_whenNoise_storesRaw() throws IOException {
    assertThat(methods(Samples.noise(1, 3 * Samples.MIB))).containsExactly(0, 0, 0);
    assertThat(put(Samples.noise(1, 5000)).storedBytes()).isEqualTo(5000 + OVERHEAD);
  }

  @Test
  void put_whenText_compresses() throws IOException {
    byte[] text = Samples.text(1, Samples.MIB);

    assertThat(methods(text)).containsExactly(1);
    assertThat(put(text).storedBytes()).isLessThan(text.length / 2);
  }

  @Test
  void put_whenNumbers_shufflesThem() throws IOException {
    for (int width : new int[] {4, 8}) {
      byte[] numbers = Samples.numbers(1, 2 * Samples.MIB, width);

      assertThat(methods(numbers)).allMatch(method -> method == 2 || method == 3);
      assertThat(put(numbers).storedBytes()).isLessThan(numbers.length * 2 / 3);
    }
  }

  @Test
  void put_whenItGainsUnderFivePercent_storesRaw() throws IOException {
    byte[] almostNoise = Samples.noise(1, 100_000);
    java.util.Arrays.fill(almostNoise, 0, 3000, (byte) 0);

    assertThat(methods(almostNoise)).containsExactly(0);
  }

  @Test
  void put_whenTheBlobChangesItsNature_noticesWithinEightFrames() throws IOException {
    byte[] mixed = new byte[20 * Samples.MIB];
    byte[] noise = Samples.noise(1, 10 * Samples.MIB);
    System.arraycopy(noise, 0, mixed, 0, noise.length);

    List<Integer> methods = methods(mixed);

    assertThat(methods.subList(0, 10)).containsOnly(0);
    assertThat(methods.subList(16, 20)).containsOnly(1);
    assertThat(Samples.read(FileBlobStore.open(directory, false), put(mixed).digest()))
        .isEqualTo(mixed);
  }

  private BlobInfo put(byte[] bytes) {
    return FileBlobStore.open(directory, false).put(bytes);
  }

  private List<Integer> methods(byte[] bytes) throws IOException {
    byte[] file = Files.readAllBytes(Samples.fileOf(directory, put(bytes).digest()));
    List<Integer> methods = new ArrayList<>();
    int at = BlobHeader.BYTES;
    while (at < file.length - BlobEnd.BYTES) {
      methods.add((int) file[at + 1]);
      at += FrameHeader.BYTES + java.nio.ByteBuffer.wrap(file).getInt(at + 8);
    }
    return methods;
  }
}
