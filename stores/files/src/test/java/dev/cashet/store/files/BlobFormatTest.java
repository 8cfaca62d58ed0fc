package dev.cashet.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays the worked examples of docs/format/blob.md. */
class BlobFormatTest {
  private static final byte[] HELLO = "hello, cashet\n".getBytes(StandardCharsets.UTF_8);
  private static final Pattern EXAMPLE =
      Pattern.compile(" {4}(objects/[0-9a-f]{2}/[0-9a-f]{62})\n\n((?: {4}[0-9A-F ]+\n?)+)");

  @TempDir
  Path directory;

  @Test
  void put_whenFirstExample_writesTheDocumentedBytes() throws IOException {
    MatchResult example = examples().get(0);

    FileBlobStore.open(directory, false).put(HELLO);

    assertThat(Files.readAllBytes(directory.resolve(example.group(1)))).isEqualTo(bytes(example));
  }

  @Test
  void open_whenSecondExample_readsTheCompressedBytes() throws IOException {
    MatchResult example = examples().get(1);
    byte[] sevens = new byte[256];
    Arrays.fill(sevens, (byte) 7);
    Path file = directory.resolve(example.group(1));
    Files.createDirectories(file.getParent());
    Files.write(file, bytes(example));

    try (InputStream in = FileBlobStore.open(directory, false).open(Digest.sha256(sevens))) {
      assertThat(in.readAllBytes()).isEqualTo(sevens);
    }
  }

  private static List<MatchResult> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(document())).results().toList();
  }

  private static Path document() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path document = at.resolve("docs/format/blob.md");
      if (Files.exists(document)) {
        return document;
      }
    }
    throw new IllegalStateException("docs/format/blob.md is not above the working directory");
  }

  private static byte[] bytes(MatchResult example) {
    return HexFormat.of().parseHex(example.group(2).replaceAll("[ \n]", ""));
  }
}
