package dev.cashet.store.sqlite;

import dev.cashet.tck.Sample;
import dev.cashet.tck.SampleCommits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The databases of earlier formats that are kept with the tests, and what they hold. A file made anew must not take their place. */
final class OldDatabases {
  private OldDatabases() {}

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

  /** Copies the kept database of this format into a store's directory. */
  static Path copyTo(Path directory, int format) throws IOException {
    Path kept = Path.of("src/test/resources/format-" + format + "/meta.db");
    return Files.copy(kept, directory.resolve("meta.db"));
  }
}
