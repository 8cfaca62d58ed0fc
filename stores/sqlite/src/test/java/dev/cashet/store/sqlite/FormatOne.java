package dev.cashet.store.sqlite;

import dev.cashet.store.SmallObject;
import dev.cashet.tck.Sample;
import dev.cashet.tck.SampleCommits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The database of format 1 that is kept with the tests: what it holds, and how it was made. */
final class FormatOne {
  private static final Path KEPT = Path.of("src/test/resources/format-1/meta.db");

  private FormatOne() {}

  static Sample load() {
    return SampleCommits.of(1)
        .function("app.Stats.load")
        .result("1,2,3")
        .tag("run", "nightly")
        .build();
  }

  static Sample mean() {
    return SampleCommits.of(2)
        .function("app.Stats.mean")
        .after(Duration.ofMinutes(1))
        .input(
            load().commit().output().orElseThrow().digest(), Optional.of(load().id()))
        .result("2.0")
        .build();
  }

  /** Copies the kept database into a store's directory. */
  static Path copyTo(Path directory) throws IOException {
    return Files.copy(KEPT, directory.resolve("meta.db"));
  }

  /** Made the kept file, once; a file made anew must not take its place. */
  public static void main(String[] arguments) throws SQLException, IOException {
    Path file = Path.of(arguments[0]);
    if (Files.exists(file)) {
      throw new IOException(file + " is there already");
    }
    try (Session session = Opener.forWriting(file, false).open()) {
      session.execute("PRAGMA journal_mode = WAL");
      session.execute("BEGIN IMMEDIATE");
      Schema.migrate(session, 0, 1);
      // Takes what the code of today writes into the index that format 1 lacks.
      session.execute("CREATE TEMP TABLE inputs(blob64 INTEGER, seq INTEGER)");
      for (Sample sample : new Sample[] {load(), mean()}) {
        CommitRows.insert(session, sample.id(), sample.commit());
        for (SmallObject object : sample.objects()) {
          ObjectRows.put(session, object);
        }
      }
      session.execute("COMMIT");
    }
  }
}
