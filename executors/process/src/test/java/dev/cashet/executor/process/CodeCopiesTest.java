package dev.cashet.executor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that changes beside a running program. */
class CodeCopiesTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir
  private Path folder;

  private Path classes;
  private Path type;
  private Path jar;
  private CodeCopies copies;

  @BeforeEach
  void build() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes/app"));
    type = write(classes.resolve("Main.class"), "old");
    jar = write(folder.resolve("library.jar"), "old");
    copies = new CodeCopies(Files.createDirectory(folder.resolve("scratch")));
  }

  private static Path write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setLastModifiedTime(file, LONG_AGO);
  }

  private List<Path> places() {
    return List.of(folder.resolve("classes"), jar);
  }

  @Test
  void addresses_whenADirectoryChangesLater_haveTheClassesAsTheyWere() throws Exception {
    copies.noteProgram(places());
    copies.addresses(places());
    Files.writeString(type, "newer");
    Files.writeString(classes.resolve("Added.class"), "new");

    List<String> addresses = copies.addresses(places());

    Path copy = Path.of(URI.create(addresses.get(0)));
    assertThat(Files.readString(copy.resolve("app/Main.class"), StandardCharsets.UTF_8))
        .isEqualTo("old");
    assertThat(addresses)
        .containsExactly(
            copy.toUri().toString(),
            folder.resolve("classes").toUri().toString(),
            jar.toUri().toString());
  }

  @Test
  void addresses_whenADirectoryChangedBeforeItWasCopied_areRefused() throws Exception {
    copies.noteProgram(places());
    Files.writeString(type, "newer");

    assertThatThrownBy(() -> copies.addresses(places()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder.resolve("classes").toString())
        .hasMessageContaining("start the program again");
  }

  @Test
  void addresses_whenAJarIsReplaced_areRefused() throws Exception {
    copies.noteProgram(places());
    copies.addresses(places());
    Files.writeString(jar, "newer");

    assertThatThrownBy(() -> copies.addresses(places()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("library.jar");
  }

  @Test
  void noteProgram_whenAClassIsYoungerThanTheProgram_isRefused() throws Exception {
    Files.setLastModifiedTime(type, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

    assertThatThrownBy(() -> copies.noteProgram(places()))
        .isInstanceOf(IllegalStateException.class);
  }
}
