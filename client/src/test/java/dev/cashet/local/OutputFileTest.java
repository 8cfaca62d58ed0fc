package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.OutputFile;
import dev.cashet.ResultRef;
import dev.cashet.codec.OutputFileException;
import dev.cashet.codec.UnserializableException;
import dev.cashet.codec.ValueTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is a result: kept with it, and put back for whoever finds it. */
class OutputFileTest {
  private static final AtomicInteger RUNS = new AtomicInteger();

  @TempDir
  private Path temporary;

  private Path store;
  private Path out;

  @BeforeEach
  void reset() {
    RUNS.set(0);
    store = temporary.resolve("store");
    out = temporary.resolve("out");
  }

  private record Report(String title, OutputFile page, List<OutputFile> images) {}

  private static OutputFile write(String path, int size) throws IOException {
    RUNS.incrementAndGet();
    Path file = Path.of(path);
    Files.createDirectories(file.getParent());
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Files.write(file, bytes);
    return OutputFile.of(file);
  }

  private static OutputFile script(String path) throws IOException {
    OutputFile file = write(path, 10);
    Files.setPosixFilePermissions(
        file.path(), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private static Report report(String directory) throws IOException {
    List<OutputFile> images = new ArrayList<>();
    images.add(write(directory + "/a.png", 100_000));
    images.add(write(directory + "/deep/b.png", 0));
    return new Report("r", write(directory + "/page.html", 2000), images);
  }

  private static OutputFile none(String path) {
    return OutputFile.of(Path.of(path));
  }

  private static long length(OutputFile file) throws IOException {
    return Files.size(file.path());
  }

  private Map<Path, byte[]> content() throws IOException {
    Map<Path, byte[]> content = new java.util.TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(file, Files.readAllBytes(file));
      }
    }
    return content;
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private void assertSame(Map<Path, byte[]> before) throws IOException {
    Map<Path, byte[]> now = content();
    assertThat(now.keySet()).isEqualTo(before.keySet());
    before.forEach((file, bytes) -> assertThat(now.get(file)).as("%s", file).isEqualTo(bytes));
  }

  private ResultRef<OutputFile> write(int size) {
    try (Cashet cashet = Cashet.open(store)) {
      return cashet.submit(OutputFileTest::write, out + "/file.bin", size);
    }
  }

  @Test
  void submit_theFileIsGone_isPutBackWithoutARun() throws IOException {
    for (int size : new int[] {0, 10, 300_000}) {
      write(size);
      Map<Path, byte[]> before = content();
      delete();
      int runs = RUNS.get();

      assertThat(write(size).wasCached()).isTrue();

      assertThat(RUNS).hasValue(runs);
      assertSame(before);
    }
  }

  @Test
  void submit_theFileWasChanged_isPutBack() throws IOException {
    write(300_000);
    Map<Path, byte[]> before = content();
    Files.write(out.resolve("file.bin"), new byte[300_000]);

    write(300_000);

    assertSame(before);
  }

  @Test
  void submit_theFileIsThere_isNotWritten() throws IOException {
    write(300_000);
    Object key = Files.readAttributes(
            out.resolve("file.bin"), java.nio.file.attribute.BasicFileAttributes.class)
        .fileKey();

    write(300_000);

    assertThat(Files.readAttributes(
                out.resolve("file.bin"), java.nio.file.attribute.BasicFileAttributes.class)
            .fileKey())
        .isEqualTo(key);
  }

  @Test
  void submit_filesInsideAResult_arePutBackEach() throws IOException {
    try (Cashet cashet = Cashet.open(store)) {
      cashet.submit(OutputFileTest::report, out.toString());
      Map<Path, byte[]> before = content();
      delete();

      Report report = cashet.submit(OutputFileTest::report, out.toString()).load();

      assertSame(before);
      assertThat(report.images()).hasSize(2);
      try (InputStream in = report.images().get(0).open()) {
        assertThat(in.readAllBytes()).isEqualTo(before.get(out.resolve("a.png")));
      }
    }
  }

  @Test
  void submit_anExecutableFile_isPutBackExecutable() throws IOException {
    try (Cashet cashet = Cashet.open(store)) {
      cashet.submit(OutputFileTest::script, out + "/run.sh");
      Files.delete(out.resolve("run.sh"));

      cashet.submit(OutputFileTest::script, out + "/run.sh");

      assertThat(Files.getPosixFilePermissions(out.resolve("run.sh")))
          .contains(PosixFilePermission.OWNER_EXECUTE);
    }
  }

  @Test
  void load_laterAndAfterTheFileIsGone_givesWhatWasStored() throws IOException {
    ResultRef<OutputFile> ref = write(1000);
    Map<Path, byte[]> before = content();
    delete();
    try (Cashet cashet = Cashet.open(store)) {
      OutputFile file = cashet.<OutputFile>get(ref.commitHash()).load();
      file.saveTo(temporary.resolve("copy"));
    }

    assertThat(Files.readAllBytes(temporary.resolve("copy")))
        .isEqualTo(before.get(out.resolve("file.bin")));
    assertThat(out.resolve("file.bin")).as("reading puts nothing back").doesNotExist();
  }

  @Test
  void submit_theFileAsAnArgument_countsByContent() throws IOException {
    try (Cashet cashet = Cashet.open(store)) {
      OutputFile one = cashet.submit(OutputFileTest::write, out + "/1", 5).load();
      assertThat(cashet.submit(OutputFileTest::length, one).wasCached()).isFalse();
      assertThat(cashet.submit(OutputFileTest::length, one).wasCached()).isTrue();

      Files.write(one.path(), new byte[6]);

      assertThat(cashet.submit(OutputFileTest::length, one).load()).isEqualTo(6);
    }
  }

  @Test
  void submit_noFileWasWritten_isRefused() {
    try (Cashet cashet = Cashet.open(store)) {
      assertThatThrownBy(() -> cashet.submit(OutputFileTest::none, out + "/nothing"))
          .isInstanceOf(UnserializableException.class)
          .hasMessageContaining("nothing cannot be read");
    }
  }

  @Test
  void submit_aPlaceThatIsNotAllowed_isRefusedWhenStored() {
    try (Cashet cashet = Cashet.open(store)) {
      for (String path : List.of("/etc/passwd", "../../../../../../etc/passwd", "/", ".")) {
        assertThatThrownBy(() -> cashet.submit(OutputFileTest::none, path))
            .as(path)
            .isInstanceOf(UnserializableException.class)
            .hasMessageContaining("the output file");
      }
    }
  }

  @Test
  void submit_aLinkLeadsOutOfWhatIsAllowed_isRefusedWhenPutBack() throws IOException {
    write(10);
    delete();
    Files.delete(out);
    Files.createSymbolicLink(out, Path.of("/etc"));

    assertThatThrownBy(() -> write(10))
        .isInstanceOf(OutputFileException.class)
        .hasMessageContaining("leads out of");
  }

  @Test
  void submit_aDirectoryIsInTheWay_isRefused() throws IOException {
    write(10);
    delete();
    Files.createDirectory(out.resolve("file.bin"));

    assertThatThrownBy(() -> write(10))
        .isInstanceOf(OutputFileException.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void submit_theStoredBytesAreDamaged_runsAgain() throws IOException {
    write(300_000);
    Map<Path, byte[]> before = content();
    delete();
    try (Stream<Path> blobs = Files.walk(store.resolve("objects"))) {
      for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length / 2] ^= 1;
        Files.setPosixFilePermissions(
            blob, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        Files.write(blob, bytes);
      }
    }

    assertThat(write(300_000).wasCached()).isFalse();

    assertSame(before);
  }

  @Test
  void read_ofAFile_tellsItsNameSizeAndDigest() throws IOException {
    ResultRef<OutputFile> ref = write(10);
    StringBuilder json = new StringBuilder();
    try (Cashet cashet = Cashet.open(store);
        InputStream in = cashet.read(ref.commitHash())) {
      ValueTree.read(in).toJson(json);
    }

    assertThat(json.toString())
        .contains("\"$file\": \"" + out.resolve("file.bin") + "\"")
        .contains("\"$size\": 10")
        .contains("\"$sha256\"");
    assertThat(json.toString().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }
}
