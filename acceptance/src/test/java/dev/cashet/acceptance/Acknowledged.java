package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.acceptance.program.Tasks;
import dev.cashet.model.Argument;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What programs were told to be kept in one store, and whether it is. */
final class Acknowledged {
  private final Path store;
  private final Path log;
  private final Map<Integer, String> commits = new HashMap<>();
  private int lost;

  Acknowledged(Path store, Path log) {
    this.store = store;
    this.log = log;
  }

  /** Takes what a program says. */
  void hear(String line) {
    String[] words = line.split(" ", -1);
    assertThat(words[0]).as(line).isEqualTo("ack");
    String before = commits.put(Integer.parseInt(words[1]), words[2]);
    assertThat(words[2])
        .as("accepted commit of " + words[1])
        .isEqualTo(before == null ? words[2] : before);
  }

  /** A program with so many threads was killed. */
  void killed(int threads) {
    lost += threads;
  }

  int size() {
    return commits.size();
  }

  /** Every commit that was acknowledged is there with its value, and what else is there is right too. */
  void verify() throws IOException {
    try (Cashet cashet = Cashet.open(store)) {
      commits.forEach(
          (n, commit) -> assertThat(cashet.<String>get(commit).load()).isEqualTo(Tasks.mixed(n)));
      List<Commit> all = cashet.log(LogQuery.newest(Integer.MAX_VALUE));
      for (Commit commit : all) {
        assertThat(commit.outcome()).as("%s", commit).isInstanceOf(Commit.Completed.class);
        Argument number = commit.arguments().get(1);
        assertThat(cashet.<String>get(commit.id().hex()).load())
            .isEqualTo(Tasks.mixed(Integer.parseInt(number.text())));
      }
      assertThat(
              all.stream().map(commit -> commit.call().fingerprint()).distinct().count())
          .as("one commit per key")
          .isEqualTo(all.size());
      long executions =
          Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8).size() : 0;
      assertThat(executions)
          .as("executions for %s keys and %s killed threads", all.size(), lost)
          .isBetween((long) all.size(), (long) all.size() + lost);
    }
  }

  /** SQLite finds its own file in order. */
  void verifyDatabase() throws SQLException {
    try (Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + store.resolve("meta.db"))) {
      assertThat(StoreImage.rows(database, "PRAGMA integrity_check")).containsExactly("ok|");
    }
  }
}
