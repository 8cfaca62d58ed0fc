package dev.cashet.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.model.Digest;
import dev.cashet.store.Candidate;
import dev.cashet.store.Candidates;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.StoreFormatException;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.VerifyRequest;
import dev.cashet.tck.Sample;
import dev.cashet.tck.SampleCommits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/format/database.md: earlier formats are read and migrated, what is not ours is refused and left alone. */
final class DatabaseFormatTest {
  private static final Sample LOAD = OldDatabases.load();
  private static final Sample MEAN = OldDatabases.mean();

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void read_whenTheFormatIsEarlier_findsAllAndChangesNothing(int format) throws Exception {
    Path file = OldDatabases.copyTo(directory, format);
    byte[] before = Files.readAllBytes(file);

    try (SqliteStore store = open()) {
      Entry newest = store.commits().newest(SampleCommits.key(2)).orElseThrow();
      assertThat(newest.id()).isEqualTo(MEAN.id());
      assertThat(newest.commit()).isEqualTo(MEAN.commit());
      assertThat(new String(newest.small().orElseThrow().bytes(), StandardCharsets.UTF_8))
          .isEqualTo("2.0");
      for (LogQuery query : List.of(
          LogQuery.newest(10).tag("run", "nightly"),
          LogQuery.newest(10).tag("run"),
          LogQuery.newest(10).function("Stats.load").tag("run"))) {
        assertThat(store.commits().list(query))
            .extracting(entry -> entry.id())
            .containsExactly(LOAD.id());
      }
      assertThat(store.commits().list(LogQuery.newest(10).function("mean"))).hasSize(1);
      assertThat(store.commits().withPrefix(MEAN.id().hex().substring(0, 6), 2)).hasSize(1);
      assertThat(store.commits().stats().commits().total()).isEqualTo(2);
      assertThat(store.pins().list()).isEmpty();
      assertThat(store
              .maintenance()
              .candidates(new Candidates.Order.LeastRecentlyUsed())
              .next(9))
          .extracting(Candidate::commit)
          .containsExactly(LOAD.id(), MEAN.id());
      assertThat(store.maintenance().verify(VerifyRequest.checking()).problems())
          .isEmpty();
    }

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(numbers(file, "PRAGMA user_version")).containsExactly((long) format);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void write_whenTheFormatIsEarlier_migratesItAndFillsWhatItLacks(int format) throws Exception {
    Path file = OldDatabases.copyTo(directory, format);
    Digest input = LOAD.commit().output().orElseThrow().digest();

    try (SqliteStore store = open()) {
      store.claims().acquire(SampleCommits.key(3), "app.Stats.sum", Duration.ofMinutes(1));
      assertThat(store.commits().newest(SampleCommits.key(1)).orElseThrow().commit())
          .isEqualTo(LOAD.commit());
      assertThat(store.commits().newest(SampleCommits.key(2)).orElseThrow().commit())
          .isEqualTo(MEAN.commit());
      assertThat(store.commits().list(LogQuery.newest(10).tag("run", "nightly")))
          .extracting(entry -> entry.id())
          .containsExactly(LOAD.id());
      assertThat(store.commits().usersOf(input, 9))
          .extracting(entry -> entry.id())
          .containsExactly(MEAN.id());
      assertThat(store.maintenance().verify(VerifyRequest.checking()).problems())
          .isEmpty();
    }

    assertThat(numbers(file, "PRAGMA user_version")).containsExactly((long) Schema.VERSION);
    assertThat(numbers(file, "SELECT used_at - completed_at FROM commits")).containsOnly(0L);
    assertThat(numbers(file, "SELECT took FROM commits")).containsOnly(1_500_000_000L);
  }

  @Test
  void newDatabase_always_hasTheTablesOfAMigratedOne() throws Exception {
    Path migrated = OldDatabases.copyTo(Files.createDirectory(directory.resolve("migrated")), 1);
    Path made = Files.createDirectory(directory.resolve("made")).resolve("meta.db");
    for (Path file : List.of(migrated, made)) {
      try (SqliteStore store = SqliteStore.open(file.getParent(), StoreOptions.defaults())) {
        store.claims().acquire(SampleCommits.key(3), "app.Stats.sum", Duration.ofMinutes(1));
      }
    }
    String schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name";

    assertThat(texts(migrated, schema)).isNotEmpty().isEqualTo(texts(made, schema));
    assertThat(numbers(made, "PRAGMA application_id")).containsExactly(0x63617368L);
  }

  @Test
  void page_always_namesEveryTableAndColumn() throws Exception {
    try (SqliteStore store = open()) {
      store.claims().acquire(SampleCommits.key(3), "app.Stats.sum", Duration.ofMinutes(1));
    }
    String page = Files.readString(page());

    for (String table : texts(
        directory.resolve("meta.db"), "SELECT name FROM sqlite_master WHERE type = 'table'")) {
      assertThat(page).contains("`" + table + "`");
      assertThat(texts(
              directory.resolve("meta.db"), "SELECT name FROM pragma_table_info('" + table + "')"))
          .allSatisfy(column -> assertThat(page).containsPattern("[`| ,]" + column + "[`| ,]"));
    }
    assertThat(page).contains("# Database, format " + Schema.VERSION);
  }

  @Test
  void numbers_ofTheExample_areThoseOfThePage() throws IOException {
    Digest key = Digest.parse("70c33134b11f0ef7" + "0".repeat(48));
    Instant moment = Instant.parse("2026-03-01T12:00:00.000000001Z");

    assertThat(Files.readString(page()))
        .contains("key64         " + Keys.prefix(key) + "\n")
        .contains("completed_at  " + Keys.nanos(moment) + "\n")
        .contains(
            "crc           " + ObjectRows.crc("123456789".getBytes(StandardCharsets.UTF_8)) + "\n");
    assertThat(Keys.instant(Keys.nanos(moment))).isEqualTo(moment);
    assertThat(Keys.nanos(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(Keys.nanos(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void open_whenTheFormatIsNewer_refusesAndChangesNothing() throws Exception {
    Path file = OldDatabases.copyTo(directory, 1);
    execute(file, "PRAGMA user_version = 99");

    refuses(
        file, "it has format 99 and this version of cashet knows formats up to " + Schema.VERSION);
  }

  @Test
  void open_whenTheDatabaseIsAnothers_refusesAndChangesNothing() throws Exception {
    Path file = directory.resolve("meta.db");
    execute(file, "CREATE TABLE songs(title TEXT)");

    refuses(file, "it is a SQLite database, but not one of cashet");
  }

  @Test
  void open_whenTheFileIsNoDatabase_refusesAndChangesNothing() throws Exception {
    Path file = directory.resolve("meta.db");
    Files.writeString(file, "minutes of the meeting\n".repeat(400));

    refuses(file, "not a database");
  }

  private void refuses(Path file, String message) throws IOException {
    byte[] before = Files.readAllBytes(file);
    try (SqliteStore store = open()) {
      assertThatThrownBy(() -> store.commits().newest(SampleCommits.key(1)))
          .isInstanceOf(StoreFormatException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(message);
      assertThatThrownBy(() ->
              store.claims().acquire(SampleCommits.key(1), "app.Stats.load", Duration.ofMinutes(1)))
          .isInstanceOf(StoreFormatException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(message);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private SqliteStore open() {
    return SqliteStore.open(directory, StoreOptions.defaults());
  }

  private static Path page() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/format"))) {
      root = root.getParent();
    }
    return root.resolve("docs/format/database.md");
  }

  private static List<Long> numbers(Path file, String sql) throws SQLException {
    return texts(file, sql).stream().map(Long::valueOf).toList();
  }

  private static List<String> texts(Path file, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Session session = Opener.forWriting(file, false).open();
        ResultSet row = session.prepare(sql).executeQuery()) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Session session = Opener.forWriting(file, false).open()) {
      session.execute(sql);
    }
  }
}
