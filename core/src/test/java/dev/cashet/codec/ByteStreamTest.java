package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteStreamTest {
  private static final byte[] BLOCK = new byte[1 << 16];

  @TempDir
  Path directory;

  /** Counts, keeps nothing. */
  private static final class Counting extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }

  @Test
  void write_ofAStreamLongerThanAnyArray_keepsNothingInMemory() throws IOException {
    long blocks = 40_000; // 2.6 GB
    Counting out = new Counting();
    ByteStream stream = ByteStream.writing(to -> {
      for (long i = 0; i < blocks; i++) {
        to.write(BLOCK);
      }
      to.close();
    });
    Serializers.standard().write(stream, out);
    assertThat(out.count).isEqualTo(blocks * BLOCK.length + 6);
  }

  @Test
  void read_ofAStream_opensItAnewEachTime() throws IOException {
    Path file = directory.resolve("data");
    byte[] content =
        "some content".repeat(10_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(file, content);
    ByteStream source = ByteStream.of(file);
    assertThat(source.size()).hasValue(content.length);
    byte[] bytes = Trips.write(source);
    ByteStream back = (ByteStream) Trips.read(bytes);
    for (int i = 0; i < 2; i++) {
      try (InputStream in = back.open()) {
        assertThat(in.readAllBytes()).isEqualTo(content);
      }
    }
    assertThat(Trips.write(back)).isEqualTo(bytes);
    assertThat(Trips.read(Trips.write(ByteStream.writing(out -> {}))))
        .isInstanceOf(ByteStream.class);
  }

  @Test
  void write_ofAStreamInsideAResult_refuses() {
    assertThatThrownBy(() -> Trips.write(List.of(ByteStream.writing(out -> {}))))
        .isInstanceOf(UnserializableException.class)
        .hasMessageContaining("whole result");
  }

  @Test
  void toJson_ofAStream_showsItsBytes() throws IOException {
    StringBuilder json = new StringBuilder();
    ValueTree.read(new ByteArrayInputStream(Trips.write(ByteStream.writing(out -> out.write(1)))))
        .toJson(json);
    assertThat(json).contains("\"$size\": 1").contains("AQ==");
  }
}
