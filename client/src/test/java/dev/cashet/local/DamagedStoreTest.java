package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Problem;
import dev.cashet.store.Store;
import dev.cashet.store.StoreException;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.VerifyReport;
import dev.cashet.store.VerifyRequest;
import dev.cashet.tck.Sample;
import dev.cashet.tck.SampleCommits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each kind of damage in each kind of object: nothing wrong is served, a check sees it, a repair reaches a clean check, and
 * what was not damaged is kept.
 */
class DamagedStoreTest {
  @TempDir
  private static Path scratch;

  @TempDir
  private Path directory;

  @BeforeAll
  static void fill() {
    DamagedStore.fill(scratch.resolve("whole"));
  }

  /** What is done to a store. */
  private interface Harm {
    void to(DamagedStore store) throws IOException;
  }

  /** What can happen, and the numbers of the samples that may be lost to it. */
  enum Damage {
    BLOB_HEADER(
        store -> DamagedStore.change(store.blob(1), bytes -> DamagedStore.flip(bytes, 3)), 1),
    BLOB_VERSION(
        store -> DamagedStore.change(store.blob(1), bytes -> DamagedStore.flip(bytes, 8)), 1),
    BLOB_BODY(
        store -> DamagedStore.change(store.blob(1), bytes -> DamagedStore.flip(bytes, 2500)), 1),
    BLOB_SECOND_FRAME(
        store -> DamagedStore.change(store.blob(0), bytes -> DamagedStore.flip(bytes, 1_100_000)),
        0),
    BLOB_END(
        store -> DamagedStore.change(store.blob(2), bytes -> DamagedStore.flip(bytes, -30)), 2),
    BLOB_CUT(
        store ->
            DamagedStore.change(store.blob(2), bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
        2),
    BLOB_LONGER(
        store ->
            DamagedStore.change(store.blob(2), bytes -> Arrays.copyOf(bytes, bytes.length + 1)),
        2),
    BLOB_EMPTY(store -> DamagedStore.change(store.blob(3), bytes -> new byte[0]), 3),
    BLOB_ZEROS(store -> DamagedStore.change(store.blob(3), bytes -> new byte[bytes.length]), 3),
    BLOB_MISSING(store -> Files.delete(store.blob(3)), 3),
    BLOB_ANOTHER(
        store -> Files.copy(store.blob(2), store.blob(3), StandardCopyOption.REPLACE_EXISTING), 3),
    BLOB_DIRECTORY(
        store -> {
          Files.delete(store.blob(3));
          Files.createDirectories(store.blob(3).resolve("inside"));
        },
        3),
    BLOB_UNLISTED(store -> store.sql("DELETE FROM files WHERE digest = " + DamagedStore.digest(1))),
    BLOB_LISTED_WRONG(store -> store.sql("UPDATE files SET stored = stored + 7")),
    BLOB_LISTED_ABSENT(store -> store.sql("INSERT INTO files VALUES(1, zeroblob(32), 5)")),
    STRANGE_FILE(
        store -> Files.writeString(store.file("objects/readme"), "hi", StandardCharsets.UTF_8)),
    STRANGE_BLOB_NAME(store ->
        Files.writeString(store.blob(1).resolveSibling("short"), "hi", StandardCharsets.UTF_8)),
    OBJECT_BYTES(
        store -> store.sql("UPDATE objects SET bytes = zeroblob(length(bytes)) WHERE digest = "
            + DamagedStore.digest(7)),
        7),
    OBJECT_BYTES_AND_CRC(
        store -> store.sql("UPDATE objects SET (bytes, crc) = (SELECT bytes, crc FROM objects"
            + " WHERE digest = " + DamagedStore.digest(8) + ") WHERE digest = "
            + DamagedStore.digest(7)),
        7),
    OBJECT_CRC(store ->
        store.sql("UPDATE objects SET crc = crc + 1 WHERE digest = " + DamagedStore.digest(7))),
    OBJECT_DIGEST(
        store -> store.sql(
            "UPDATE objects SET digest = zeroblob(32) WHERE digest = " + DamagedStore.digest(7)),
        7),
    OBJECT_SHORT_DIGEST(
        store ->
            store.sql("UPDATE objects SET digest = x'01' WHERE digest = " + DamagedStore.digest(7)),
        7),
    OBJECT_EMPTY(
        store ->
            store.sql("UPDATE objects SET bytes = x'' WHERE digest = " + DamagedStore.digest(7)),
        7),
    OBJECT_INDEX(store -> store.sql(
        "UPDATE objects SET digest64 = digest64 + 1 WHERE digest = " + DamagedStore.digest(7))),
    OBJECT_MISSING(
        store -> store.sql("DELETE FROM objects WHERE digest = " + DamagedStore.digest(7)), 7),
    RECORD_MISSING(
        store -> store.sql("DELETE FROM objects WHERE digest = " + DamagedStore.record(7))),
    RECORD_BYTES(store -> store.sql(
        "UPDATE objects SET bytes = zeroblob(9) WHERE digest = " + DamagedStore.record(7))),
    COMMIT_CONTENT(
        store -> store.sql(
            "UPDATE commits SET content = content || x'00' WHERE id = " + DamagedStore.id(7)),
        7),
    COMMIT_EMPTY(
        store -> store.sql("UPDATE commits SET content = x'' WHERE id = " + DamagedStore.id(7)), 7),
    COMMIT_NAME(
        store -> store.sql("UPDATE commits SET id = zeroblob(32) WHERE id = " + DamagedStore.id(7)),
        7),
    COMMIT_SHORT_NAME(
        store -> store.sql("UPDATE commits SET id = x'' WHERE id = " + DamagedStore.id(7)), 7),
    COMMIT_ANOTHER(
        store -> store.sql("UPDATE commits SET content = (SELECT content FROM commits WHERE id = "
            + DamagedStore.id(8) + ") WHERE id = " + DamagedStore.id(7)),
        7),
    COMMIT_KEY(store -> store.sql("UPDATE commits SET key64 = 5 WHERE id = " + DamagedStore.id(7))),
    COMMIT_KEY_OF_ANOTHER(store -> store.sql(
        "UPDATE commits SET key64 = (SELECT key64 FROM commits WHERE id = " + DamagedStore.id(8)
            + "), completed_at = completed_at + 100000000000000 WHERE id = " + DamagedStore.id(7))),
    COMMIT_KIND(store -> store.sql("UPDATE commits SET kind = 0 WHERE id = " + DamagedStore.id(4))),
    COMMIT_TIME(
        store -> store.sql("UPDATE commits SET completed_at = 0 WHERE id = " + DamagedStore.id(7))),
    COMMIT_OUTPUT(
        store -> store.sql("UPDATE commits SET output64 = NULL WHERE id = " + DamagedStore.id(7))),
    COMMIT_FUNCTION(
        store -> store.sql("UPDATE commits SET function = 999 WHERE id = " + DamagedStore.id(7))),
    COMMIT_EXPIRY(
        store -> store.sql("UPDATE commits SET expires_at = 1 WHERE id = " + DamagedStore.id(7))),
    FUNCTION_NAME(store -> store.sql("UPDATE functions SET short = 'x'")),
    FUNCTIONS_GONE(store -> store.sql("DELETE FROM functions")),
    TAGS_GONE(store -> store.sql("DELETE FROM tags")),
    TAGS_CHANGED(store -> store.sql("UPDATE tags SET value = 'x' WHERE value = 'n7'")),
    TAGS_LOOSE(store -> store.sql("INSERT INTO tags VALUES('a', 'b', 1, 999)")),
    INPUTS_GONE(store -> store.sql("DELETE FROM inputs")),
    INPUTS_LOOSE(store -> store.sql("INSERT INTO inputs VALUES(1, 999)")),
    COUNTERS_GONE(store -> store.sql("DELETE FROM counters")),
    COUNTERS_WRONG(store -> store.sql("UPDATE counters SET value = -5")),
    PIN_OF_NOTHING(store -> store.sql("UPDATE pins SET id = zeroblob(32) WHERE name = 'one'")),
    PIN_WITHOUT_ID(store -> store.sql("UPDATE pins SET id = x'' WHERE name = 'one'")),
    LOST_MARK(
        store -> store.sql("UPDATE commits SET lost = 1 WHERE id = " + DamagedStore.id(7)), 7),
    WRITER_LOCK(store -> replaceByDirectory(store.file("writer.lock"))),
    OWNERS_LOCK(store -> replaceByDirectory(store.file("owners.lock"))),
    GENERATION(store -> replaceByDirectory(store.file("generation"))),
    INDEX(store -> Files.writeString(store.file("index"), "x", StandardCharsets.UTF_8)),
    TEMPORARY(store -> {
      try (var inside = Files.list(store.file("tmp"))) {
        for (Path path : inside.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(store.file("tmp"));
      Files.writeString(store.file("tmp"), "x", StandardCharsets.UTF_8);
    });

    private final Harm harm;
    private final Set<Integer> lost;

    Damage(Harm harm, Integer... lost) {
      this.harm = harm;
      this.lost = Set.of(lost);
    }

    private static void replaceByDirectory(Path file) throws IOException {
      Files.deleteIfExists(file);
      Files.createDirectory(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void repair_whenSomethingIsDamaged_reachesACleanCheckAndKeepsTheRest(Damage damage)
      throws Exception {
    DamagedStore store = DamagedStore.copy(scratch.resolve("whole"), directory.resolve("store"));
    damage.harm.to(store);

    assertThat(served(store)).isNotNull();
    try (Store opened = open(store)) {
      assertThat(opened.maintenance().verify(VerifyRequest.checking()).problems())
          .isNotEmpty();
    }
    requireRepaired(store, damage.lost);
  }

  /** Damage of the database's own file. */
  enum Broken {
    HEADER(bytes -> DamagedStore.flip(bytes, 2), DamagedStore.SAMPLES),
    PAGE_SIZE(bytes -> DamagedStore.flip(bytes, 16), DamagedStore.SAMPLES),
    SCHEMA(bytes -> fill(bytes, 100, 4000), DamagedStore.SAMPLES),
    HALF(bytes -> Arrays.copyOf(bytes, bytes.length / 2 + 100), 0),
    ONE_PAGE(bytes -> fill(bytes, 4096 * (bytes.length / 4096 / 2), 4096), 0),
    MANY_BITS(bytes -> scatter(bytes, 60), 0);

    private final DamagedStore.Change change;
    private final int kept;

    Broken(DamagedStore.Change change, int kept) {
      this.change = change;
      this.kept = kept;
    }

    private static byte[] fill(byte[] bytes, int from, int length) {
      Arrays.fill(bytes, from, Math.min(bytes.length, from + length), (byte) 0x55);
      return bytes;
    }

    private static byte[] scatter(byte[] bytes, int flips) {
      Random random = new Random(20260301);
      for (int i = 0; i < flips; i++) {
        DamagedStore.flip(bytes, 100 + random.nextInt(bytes.length - 100));
      }
      return bytes;
    }
  }

  @ParameterizedTest
  @EnumSource
  void repair_whenTheDatabaseIsBroken_savesWhatProvesItself(Broken broken) throws Exception {
    DamagedStore store = DamagedStore.copy(scratch.resolve("whole"), directory.resolve("store"));
    DamagedStore.change(store.file("meta.db"), broken.change);

    assertThat(served(store)).isNotNull();
    Set<Integer> kept = requireRepaired(store, all());
    assertThat(kept.size()).isGreaterThanOrEqualTo(broken.kept);
    if (broken.kept == DamagedStore.SAMPLES) {
      try (Store opened = open(store)) {
        assertThat(opened.pins().named("one")).contains(DamagedStore.sample(1).id());
        assertThat(opened.pins().list()).hasSize(2);
      }
    }
  }

  private static Set<Integer> all() {
    Set<Integer> all = new HashSet<>();
    for (int i = 0; i < DamagedStore.SAMPLES; i++) {
      all.add(i);
    }
    return all;
  }

  /** Which samples can still be served; fails if something else is served for one of them. */
  private static Set<Integer> served(DamagedStore store) throws Exception {
    Set<Integer> served = new HashSet<>();
    try (Store opened = open(store)) {
      for (int i = 0; i < DamagedStore.SAMPLES; i++) {
        if (isServed(opened, DamagedStore.sample(i), i)) {
          served.add(i);
        }
      }
    }
    return served;
  }

  private static boolean isServed(Store store, Sample sample, int number) throws Exception {
    try {
      Optional<Entry> entry = store.commits().newest(sample.key());
      if (entry.isEmpty()) {
        return false;
      }
      assertThat(entry.get().commit()).isEqualTo(sample.commit());
      try (InputStream in = store.blobs().open(sample.result().digest())) {
        assertThat(in.readAllBytes()).isEqualTo(DamagedStore.result(number));
        return true;
      }
    } catch (BlobUnreadableException | MalformedRecordException e) {
      return false;
    } catch (StoreException e) {
      return false;
    }
  }

  /** Repairs, checks, and writes; the samples that are there afterwards. */
  private static Set<Integer> requireRepaired(DamagedStore store, Set<Integer> mayBeLost)
      throws Exception {
    try (Store opened = open(store)) {
      VerifyReport report = opened.maintenance().verify(VerifyRequest.repairing());
      assertThat(report.problems()).isNotEmpty().allMatch(Problem::isRepaired);
    }
    try (Store opened = open(store)) {
      assertThat(opened.maintenance().verify(VerifyRequest.checking()).problems())
          .isEmpty();
      Set<Integer> kept = new HashSet<>();
      for (int i = 0; i < DamagedStore.SAMPLES; i++) {
        Sample sample = DamagedStore.sample(i);
        boolean failed = sample.commit().output().isEmpty();
        boolean there =
            failed ? opened.commits().get(sample.id()).isPresent() : isServed(opened, sample, i);
        if (there) {
          kept.add(i);
        } else {
          assertThat(mayBeLost).contains(i);
        }
        if (there) {
          assertThat(opened.commits().list(LogQuery.newest(9).tag("number", "n" + i)))
              .hasSize(1);
          assertThat(opened.commits().withPrefix(sample.id().hex(), 2)).hasSize(1);
        }
      }
      for (int i = 0; i < DamagedStore.SAMPLES; i++) {
        if (!kept.contains(i) || i == 0) {
          DamagedStore.add(opened, DamagedStore.sample(i));
        }
      }
      Sample more = SampleCommits.of(77).result("more").build();
      DamagedStore.add(opened, more);
      assertThat(opened.commits().newest(more.key())).isPresent();
      return kept;
    }
  }

  private static Store open(DamagedStore store) {
    return LocalStore.open(store.directory(), StoreOptions.defaults());
  }
}
