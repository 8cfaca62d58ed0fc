package dev.cashet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store as one file, and back, also from hands that are not to be trusted. */
class ArchiveTest {
  private @TempDir Path folder;
  private Path source;
  private Path target;

  static String small(int n) {
    return "value of " + n;
  }

  static byte[] large(int n) {
    byte[] bytes = new byte[200_000];
    new java.util.Random(n).nextBytes(bytes);
    return bytes;
  }

  static int sizeOf(ResultRef<byte[]> bytes) {
    return bytes.load().length;
  }

  static int failing(int n) {
    throw new IllegalStateException("no luck with " + n);
  }

  @BeforeEach
  void fill() {
    source = folder.resolve("source");
    target = folder.resolve("target");
    try (Cashet cashet = Cashet.open(source)) {
      for (int i = 0; i < 5; i++) {
        cashet.submit(ArchiveTest::small, i);
      }
      cashet.submit(ArchiveTest::sizeOf, cashet.submit(ArchiveTest::large, 1));
      cashet.submit(ArchiveTest::large, 2);
      assertThatThrownBy(() -> cashet.submit(ArchiveTest::failing, 1)).hasMessageContaining("luck");
    }
  }

  private ArchiveReport export(Path archive) {
    try (Cashet cashet = Cashet.open(source)) {
      return cashet.export(archive);
    }
  }

  private ArchiveReport read(Path archive) {
    try (Cashet cashet = Cashet.open(target)) {
      return cashet.importArchive(archive);
    }
  }

  private static TreeSet<String> ids(Path store) {
    try (Cashet cashet = Cashet.open(store)) {
      TreeSet<String> ids = new TreeSet<>();
      cashet.log(LogQuery.newest(10_000)).forEach(commit -> ids.add(commit.id().hex()));
      return ids;
    }
  }

  @Test
  void export_whenSeveralThreadsWriteTheSameFile_succeedsForEach() throws Exception {
    Path archive = folder.resolve("cache.tar");
    int writers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<ArchiveReport>> reports = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        reports.add(threads.submit(() -> export(archive)));
      }
      for (Future<ArchiveReport> each : reports) {
        assertThat(each.get().commits()).isEqualTo(9);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(read(archive).commits()).isEqualTo(9);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("source", "target", "cache.tar");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cache.tar.zst", "cache.tar.gz", "cache.tgz", "cache.tar"})
  void importArchive_whenTheStoreIsEmpty_hasEverythingAndHits(String name) {
    ArchiveReport out = export(folder.resolve(name));
    assertThat(out.commits()).isEqualTo(9);
    assertThat(out.skipped()).isEmpty();
    ArchiveReport in = read(folder.resolve(name));
    assertThat(in.commits()).isEqualTo(9);
    assertThat(in.skipped()).isEmpty();
    assertThat(ids(target)).isEqualTo(ids(source));
    try (Cashet cashet = Cashet.open(target)) {
      ResultRef<byte[]> large = cashet.submit(ArchiveTest::large, 1);
      assertThat(large.wasCached()).isTrue();
      assertThat(large.load()).isEqualTo(large(1));
      assertThat(cashet.submit(ArchiveTest::sizeOf, large).wasCached()).isTrue();
      assertThat(cashet.submit(ArchiveTest::small, 3).load()).isEqualTo("value of 3");
      assertThat(cashet.show(large.commitHash()).function()).isPresent();
    }
    assertThat(read(folder.resolve(name)).present()).as("again").isEqualTo(9);
  }

  @Test
  void importArchive_whenBothStoresHaveSome_isTheUnion() {
    try (Cashet cashet = Cashet.open(target)) {
      cashet.submit(ArchiveTest::small, 3);
      cashet.submit(ArchiveTest::small, 77);
    }
    TreeSet<String> both = ids(source);
    both.addAll(ids(target));
    export(folder.resolve("a.tar.zst"));
    read(folder.resolve("a.tar.zst"));
    assertThat(ids(target)).isEqualTo(both);
  }

  @Test
  void export_whenRepeated_isTheSameFile() throws IOException {
    export(folder.resolve("a.tar.zst"));
    export(folder.resolve("b.tar.zst"));
    assertThat(folder.resolve("a.tar.zst")).hasSameBinaryContentAs(folder.resolve("b.tar.zst"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("source", "a.tar.zst", "b.tar.zst");
    }
  }

  @Test
  void export_whenABlobIsDamaged_leavesItOutAndSaysSo() throws IOException {
    try (Stream<Path> files = Files.walk(source.resolve("objects"))) {
      Path victim = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(victim);
      bytes[bytes.length / 2] ^= 1;
      victim.toFile().setWritable(true);
      Files.write(victim, bytes);
    }
    ArchiveReport report = export(folder.resolve("a.tar.zst"));
    assertThat(report.commits()).isEqualTo(9);
    assertThat(report.skipped()).singleElement().satisfies(each -> {
      assertThat(each.name()).startsWith("result of commit ");
      assertThat(each.reason()).contains("damaged");
    });
    ArchiveReport in = read(folder.resolve("a.tar.zst"));
    assertThat(in.commits()).isEqualTo(9);
    assertThat(in.skipped())
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).isEqualTo("not in the archive"));
  }

  @Test
  void export_whenSelected_holdsThoseAndOnRequestTheirLineage() {
    Path archive = folder.resolve("a.tar.gz");
    try (Cashet cashet = Cashet.open(source)) {
      Selection small = Selection.of(LogQuery.newest(1).function("small"));
      assertThat(cashet.export(archive, small).commits()).isEqualTo(5);
      Commit user = cashet.log(LogQuery.newest(1).function("sizeOf")).get(0);
      Selection one = Selection.of(List.of(user.id().hex().substring(0, 12)));
      assertThat(cashet.export(archive, one).commits()).isEqualTo(1);
      assertThat(cashet.export(archive, one.withLineage()).commits()).isEqualTo(2);
    }
    read(archive);
    assertThat(ids(target)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none/a.tar.zst", "a.zip", "source", "a"})
  void export_whenItCannotBe_leavesNothing(String name) throws IOException {
    assertThatThrownBy(() -> export(folder.resolve(name)))
        .isInstanceOfAny(ArchiveException.class, IllegalArgumentException.class)
        .hasMessageContaining(name.substring(name.indexOf('/') + 1));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("source");
    }
  }

  @Test
  void importArchive_whenCutOff_saysSoAndGoesOnWithTheWhole() throws IOException {
    Path whole = folder.resolve("a.tar");
    export(whole);
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {100, 600, bytes.length / 3, bytes.length - 1530}) {
      Path cut = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(ArchiveException.class);
    }
    ArchiveReport rest = read(whole);
    assertThat(rest.commits() + rest.present()).isEqualTo(9);
    assertThat(rest.present()).isPositive();
    assertThat(ids(target)).isEqualTo(ids(source));
  }

  /** What someone writes who means no good. */
  private interface Writing {
    void write(TarWriter tar) throws IOException;
  }

  private Path archive(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarWriter tar = new TarWriter(bytes);
    tar.file("cashet-archive", "format 1\ncommits 1\n".getBytes(StandardCharsets.UTF_8));
    writing.write(tar);
    tar.file("end", "commits 1\nobjects 0\n".getBytes(StandardCharsets.UTF_8));
    tar.end();
    return Files.write(folder.resolve("hostile.tar"), bytes.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "/etc/evil",
        "objects/../../evil",
        "commits/ABCDEF0000000000000000000000000000000000000000000000000000000000",
        "objects/short"
      })
  void importArchive_whenANameLeadsElsewhere_isRefused(String name) throws IOException {
    Path hostile = archive(tar -> tar.file(name, new byte[] {1}));
    assertThatThrownBy(() -> read(hostile))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(name);
    assertThat(target).doesNotExist();
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void importArchive_whenItHoldsALink_isRefused() throws IOException {
    Path hostile = archive(tar -> tar.file("objects/" + "a".repeat(64), new byte[0]));
    byte[] bytes = Files.readAllBytes(hostile);
    int link = 2 * 512 + 156;
    bytes[link] = '2';
    int header = link - 156;
    int sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? 0 : bytes[header + i];
    }
    byte[] digits = String.format("%06o", sum).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(digits, 0, bytes, header + 148, digits.length);
    Files.write(hostile, bytes);
    assertThatThrownBy(() -> read(hostile))
        .isInstanceOf(ArchiveException.class)
        .hasMessageMatching("(?s).*no plain file.*");
  }

  @Test
  void importArchive_whenContentsAreForged_leavesThemOut() throws IOException {
    byte[] commit;
    try (Cashet cashet = Cashet.open(source)) {
      commit = cashet.log(LogQuery.newest(1)).get(0).encode();
    }
    commit[commit.length - 1] ^= 1;
    String id = "b".repeat(64);
    Path hostile = archive(tar -> {
      tar.file("objects/" + "a".repeat(64), new byte[] {1, 2, 3});
      tar.file("objects/" + "c".repeat(64), new byte[100_000]);
      tar.file("commits/" + id, commit);
      tar.file("commits/" + "d".repeat(64), new byte[17 << 20]);
    });
    ArchiveReport report = read(hostile);
    assertThat(report.commits()).isZero();
    assertThat(report.objects()).isZero();
    assertThat(report.skipped()).extracting(ArchiveReport.Skipped::name).hasSize(4);
    assertThat(ids(target)).isEmpty();
  }

  @Test
  void importArchive_whenItExpandsBeyondReason_isRefused() throws IOException {
    Path bomb = folder.resolve("bomb.tar.zst");
    try (OutputStream file = Files.newOutputStream(bomb);
        OutputStream out = Compressions.compress("bomb.tar.zst", file)) {
      TarWriter tar = new TarWriter(out);
      tar.file("cashet-archive", "format 1\ncommits 1\n".getBytes(StandardCharsets.UTF_8));
      tar.begin("objects/" + "a".repeat(64), 400L << 20);
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 400; i++) {
        tar.body().write(zeros);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(60_000);
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("expands beyond reason");
    try (Stream<Path> files = Files.walk(target)) {
      assertThat(files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("objects")))
          .isEmpty();
    }
  }

  @Test
  void importArchive_whenItIsNone_saysSo() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.tar.zst"), "notes");
    assertThatThrownBy(() -> read(text)).isInstanceOf(ArchiveException.class);
    assertThatThrownBy(() -> read(folder.resolve("none.tar")))
        .hasMessageContaining("there is no such file");
    assertThat(target).doesNotExist();
  }
}
