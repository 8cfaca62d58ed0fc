package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.InputDirectory;
import dev.cashet.InputFile;
import dev.cashet.ResultRef;
import dev.cashet.canonical.UnhashableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files and directories count by their content. */
class FileArgumentTest {
  @TempDir
  private Path temporary;

  private Path store;
  private Path data;

  @BeforeEach
  void fill() throws IOException {
    store = temporary.resolve("store");
    data = Files.createDirectories(temporary.resolve("data"));
    Files.createDirectories(data.resolve("sub/deep"));
    Files.createDirectories(data.resolve("empty"));
    Files.writeString(data.resolve("a.csv"), "1,2");
    Files.writeString(data.resolve("sub/b.csv"), "3,4");
    Files.writeString(data.resolve("sub/deep/c.txt"), "text");
    Files.createSymbolicLink(data.resolve("link.csv"), Path.of("sub/b.csv"));
  }

  private static long size(InputFile file) throws IOException {
    return Files.size(file.path());
  }

  private static String names(InputDirectory directory) {
    return directory.files().stream()
        .map(file -> directory.path().relativize(file).toString())
        .toList()
        .toString();
  }

  private boolean isHit(InputDirectory directory) {
    try (Cashet cashet = Cashet.open(store)) {
      return cashet.submit(FileArgumentTest::names, directory).wasCached();
    }
  }

  @Test
  void submit_aFileIsEditedMovedAndEditedBack_runsForEachContentOnce() throws IOException {
    Path file = data.resolve("large");
    try (Cashet cashet = Cashet.open(store)) {
      Files.write(file, new byte[200_000]);
      ResultRef<Long> first = cashet.submit(FileArgumentTest::size, InputFile.of(file));
      Files.write(file, new byte[200_001]);
      ResultRef<Long> second = cashet.submit(FileArgumentTest::size, InputFile.of(file));
      Files.write(file, new byte[200_000]);
      Path moved = Files.move(file, data.resolve("elsewhere"));
      ResultRef<Long> third = cashet.submit(FileArgumentTest::size, InputFile.of(moved));

      assertThat(first.wasCached()).isFalse();
      assertThat(second.wasCached()).isFalse();
      assertThat(third.wasCached()).isTrue();
      assertThat(second.load()).isEqualTo(200_001);
    }
  }

  private static List<Object> both(String path) {
    Path place = Path.of(path);
    return List.of(InputFile.of(place), InputDirectory.of(place).matching("*.csv"));
  }

  @Test
  void submit_returnsInputs_comeBack() {
    try (Cashet cashet = Cashet.open(store)) {
      assertThat(cashet.submit(FileArgumentTest::both, data.toString()).load().toString())
          .isEqualTo(both(data.toString()).toString());
    }
  }

  @Test
  void submit_noFile_isRefusedWithItsPath() {
    try (Cashet cashet = Cashet.open(store)) {
      assertThatThrownBy(
              () -> cashet.submit(FileArgumentTest::size, InputFile.of(data.resolve("none"))))
          .isInstanceOf(UnhashableException.class)
          .hasMessageContaining("argument 1")
          .hasMessageContaining("there is no file at");
    }
  }

  private interface Change {
    void on(Path data) throws IOException;
  }

  private DynamicTest edit(String name, boolean hit, Change change) {
    return DynamicTest.dynamicTest(name, () -> {
      Path own = Files.createTempDirectory(temporary, "case");
      data = own.resolve("data");
      store = own.resolve("store");
      fillAgain();
      assertThat(isHit(InputDirectory.of(data))).isFalse();
      assertThat(isHit(InputDirectory.of(data))).isTrue();

      change.on(data);

      assertThat(isHit(InputDirectory.of(data))).isEqualTo(hit);
    });
  }

  private void fillAgain() throws IOException {
    Path keep = store;
    Path from = temporary;
    temporary = data.getParent();
    fill();
    temporary = from;
    store = keep;
  }

  @TestFactory
  Stream<DynamicTest> submit_aDirectoryIsEdited_runsWhereATaskCouldTell() {
    return Stream.of(
        edit("nothing", true, at -> {}),
        edit("touched", true, at -> Files.writeString(at.resolve("a.csv"), "1,2")),
        edit("content", false, at -> Files.writeString(at.resolve("a.csv"), "1,3")),
        edit("content below", false, at -> Files.writeString(at.resolve("sub/deep/c.txt"), "tent")),
        edit("file added", false, at -> Files.writeString(at.resolve("d"), "")),
        edit("file removed", false, at -> Files.delete(at.resolve("a.csv"))),
        edit("renamed", false, at -> Files.move(at.resolve("a.csv"), at.resolve("z.csv"))),
        edit("moved below", false, at -> Files.move(at.resolve("a.csv"), at.resolve("sub/a.csv"))),
        edit("empty directory added", false, at -> Files.createDirectory(at.resolve("new"))),
        edit("empty directory removed", false, at -> Files.delete(at.resolve("empty"))),
        edit("link to another file", false, at -> {
          Files.delete(at.resolve("link.csv"));
          Files.createSymbolicLink(at.resolve("link.csv"), Path.of("a.csv"));
        }),
        edit("link replaced by what it led to", true, at -> {
          Files.delete(at.resolve("link.csv"));
          Files.copy(at.resolve("sub/b.csv"), at.resolve("link.csv"));
        }),
        edit("broken link", false, at -> Files.createSymbolicLink(at.resolve("l"), Path.of("no"))),
        edit("link out of it", false, at -> {
          Path out = Files.writeString(at.resolveSibling("outside"), "x");
          Files.createSymbolicLink(at.resolve("l"), out);
        }));
  }

  @Test
  void submit_whatALinkLeadsToOutsideChanges_runs() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside"), "x");
    Files.createSymbolicLink(data.resolve("l"), outside);
    isHit(InputDirectory.of(data));

    Files.writeString(outside, "y");

    assertThat(isHit(InputDirectory.of(data))).isFalse();
  }

  @Test
  void submit_theSameDirectoryElsewhere_isAHit() throws IOException {
    isHit(InputDirectory.of(data));

    Path moved = Files.move(data, temporary.resolve("moved"));

    assertThat(isHit(InputDirectory.of(moved))).isTrue();
  }

  @Test
  void matching_aPattern_countsOnlyWhatMatches() throws IOException {
    InputDirectory tables = InputDirectory.of(data).matching("*.csv");
    isHit(tables);
    Files.writeString(data.resolve("sub/deep/c.txt"), "other");
    Files.createDirectory(data.resolve("another"));

    assertThat(isHit(tables)).isTrue();
    assertThat(names(tables)).isEqualTo("[a.csv, link.csv, sub/b.csv]");
    assertThat(names(InputDirectory.of(data).matching("sub/*"))).isEqualTo("[sub/b.csv]");
    Files.writeString(data.resolve("sub/b.csv"), "5,6");
    assertThat(isHit(tables)).isFalse();
  }

  @Test
  void submit_whatCannotBeRead_isRefused() throws IOException {
    Files.createSymbolicLink(data.resolve("loop"), data);
    assertThatThrownBy(() -> isHit(InputDirectory.of(data)))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("loop is a link to a directory around it");
    assertThatThrownBy(() -> isHit(InputDirectory.of(data.resolve("nowhere"))))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("no such directory");
    assertThatThrownBy(() -> isHit(InputDirectory.of(data.resolve("a.csv"))))
        .isInstanceOf(UnhashableException.class);
  }
}
