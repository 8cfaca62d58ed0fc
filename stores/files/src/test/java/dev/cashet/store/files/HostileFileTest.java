package dev.cashet.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.cashet.model.Digest;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.StoreFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made by someone who knows the format and gets every checksum right. */
class HostileFileTest {
  private static final Digest DIGEST = Digest.sha256("hostile");

  @TempDir
  Path directory;

  private FileBlobStore store;

  @BeforeEach
  void open() {
    store = FileBlobStore.open(directory, false);
  }

  @Test
  void open_whenTheEndClaimsAnImpossibleSize_isRefusedWithoutMemory() throws IOException {
    for (long rawBytes : new long[] {Long.MAX_VALUE, 1L << 50, -1, Long.MIN_VALUE}) {
      craft(rawBytes, BlobEnd.framesFor(rawBytes), frame(0, 1 << 20, new byte[100], 100));

      assertRefused();
    }
  }

  @Test
  void open_whenTheNumberOfFramesIsWrong_isRefused() throws IOException {
    for (long frames : new long[] {0, 2, -1, Long.MAX_VALUE}) {
      craft(100, frames, frame(0, 100, new byte[100], 100));

      assertRefused();
    }
  }

  @Test
  void open_whenAFrameClaimsAnImpossibleLength_isRefused() throws IOException {
    for (int stored : new int[] {101, Integer.MAX_VALUE, -1, 0, Integer.MIN_VALUE}) {
      for (int method = 0; method < 4; method++) {
        craft(100, 1, frame(method, 100, new byte[100], stored));
        assertRefused();
      }
    }
    for (int raw : new int[] {99, 101, Integer.MAX_VALUE, -1, 0}) {
      craft(100, 1, frame(0, raw, new byte[100], 100));
      assertRefused();
    }
  }

  @Test
  void open_whenAFrameDecompressesToAnotherLength_isRefused() throws IOException {
    for (int length : new int[] {0, 99, 101, 64 << 20}) {
      byte[] bomb = Zstd.compress(new byte[length], 1);
      for (int method = 1; method < 4; method++) {
        int rawBytes = Math.max(100, bomb.length + 1);
        craft(rawBytes, 1, frame(method, rawBytes, bomb, bomb.length));

        assertRefused();
      }
    }
  }

  @Test
  void open_whenAFrameIsNoZstdOrAnUnknownMethod_isRefused() throws IOException {
    craft(100, 1, frame(1, 100, new byte[50], 50));
    assertRefused();
    for (int method : new int[] {4, 127, 255}) {
      craft(100, 1, frame(method, 100, new byte[100], 100));
      assertRefused();
    }
  }

  @Test
  void open_whenFramesAreMissingOrTooMany_isRefused() throws IOException {
    craft(100, 1);
    assertRefused();
    byte[] frame = frame(0, 100, new byte[100], 100);
    craft(100, 1, frame, frame);
    assertRefused();
  }

  @Test
  void put_whenTheFileHasRightChecksumsButNoRightContent_replacesIt() throws IOException {
    byte[] blob = "hostile".getBytes(StandardCharsets.UTF_8);
    craft(blob.length, 1, frame(0, blob.length, new byte[blob.length], blob.length));

    store.put(blob);

    assertThat(Samples.read(store, DIGEST)).isEqualTo(blob);
  }

  @Test
  void stat_whenADirectoryLiesThere_isEmptyAndPutSaysWhy() throws IOException {
    Files.createDirectories(Samples.fileOf(directory, DIGEST).resolve("x"));

    assertThat(store.stat(DIGEST)).isEmpty();
    assertRefused();
    try (BlobWriter writer = store.create()) {
      writer.write("hostile".getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(writer::finish).isInstanceOf(StoreFailedException.class);
      assertThat(Samples.files(directory)).isEmpty();
    }
  }

  @Test
  void list_whenForeignFilesLieAbout_ignoresThem() throws IOException {
    Digest digest = store.put(new byte[2000]).digest();
    Path objects = directory.resolve("objects");
    Files.writeString(objects.resolve("README"), "x");
    Files.writeString(objects.resolve("ab"), "a file where a directory would be");
    Files.createDirectories(objects.resolve("cd/" + "0".repeat(62)));
    Files.createDirectories(objects.resolve("zz"));
    Files.writeString(objects.resolve("zz/" + "0".repeat(62)), "x");
    Path own = objects.resolve(digest.hex().substring(0, 2));
    Files.writeString(own.resolve("0".repeat(61)), "x");
    Files.writeString(own.resolve("0".repeat(62)), "no blob");
    Files.writeString(own.resolve("A".repeat(62)), "upper case");

    assertThat(store.list())
        .singleElement()
        .satisfies(info -> assertThat(info.digest()).isEqualTo(digest));
  }

  private void assertRefused() {
    assertThatThrownBy(() -> Samples.read(store, DIGEST))
        .isInstanceOfSatisfying(
            BlobUnreadableException.class, e -> assertThat(e.isMissing()).isFalse());
  }

  private void craft(long rawBytes, long frames, byte[]... content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(BlobHeader.encode());
    for (byte[] frame : content) {
      file.write(frame);
    }
    long length = (long) file.size() + BlobEnd.BYTES;
    file.write(new BlobEnd(rawBytes, frames, DIGEST, length).encode());
    Path path = Samples.fileOf(directory, DIGEST);
    Files.createDirectories(path.getParent());
    Files.write(path, file.toByteArray());
  }

  /** A frame whose checksum covers what really follows, whatever its header claims. */
  private static byte[] frame(int method, int rawBytes, byte[] content, int storedBytes) {
    ByteBuffer out = ByteBuffer.allocate(FrameHeader.BYTES + content.length);
    out.put((byte) 'F').put((byte) method).putShort((short) 0);
    out.putInt(rawBytes).putInt(storedBytes);
    CRC32C crc = new CRC32C();
    crc.update(new byte[8]);
    crc.update(out.array(), 0, 12);
    crc.update(content);
    return out.putInt((int) crc.getValue()).put(content).array();
  }
}
