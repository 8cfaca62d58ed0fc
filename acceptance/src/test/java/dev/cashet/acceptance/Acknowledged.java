package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.acceptance.program.Tasks;
import dev.cashet.model.Commit;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.LogQuery;
import dev.cashet.store.VerifyReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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

  /** The store is sound, every commit that was acknowledged is there with its value, and what else is there is right too. */
  void verify() throws IOException {
    try (Cashet cashet = Cashet.open(store)) {
      VerifyReport report = cashet.verify();
      assertThat(report.isClean()).as("%s", report).isTrue();
      assertThat(cashet.stats().commits().runningClaims())
          .as("claims of the dead")
          .isZero();
      commits.forEach(
          (n, commit) -> assertThat(cashet.<String>get(commit).load()).isEqualTo(Tasks.mixed(n)));
      int counted = 0;
      Set<Fingerprint> keys = new HashSet<>();
      for (Commit commit : cashet.log(LogQuery.newest(Integer.MAX_VALUE))) {
        assertThat(commit.outcome()).as("%s", commit).isInstanceOf(Commit.Completed.class);
        boolean fleeting = commit.arguments().size() == 1;
        int n = Integer.parseInt(commit.arguments().get(fleeting ? 0 : 1).text());
        assertThat(cashet.<String>get(commit.id().hex()).load())
            .isEqualTo(Tasks.mixed(n) + (fleeting ? " for a moment" : ""));
        counted += fleeting ? 0 : 1;
        if (!fleeting) {
          keys.add(commit.call().fingerprint());
        }
      }
      assertThat(keys).as("one commit per key").hasSize(counted);
      long executions =
          Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8).size() : 0;
      assertThat(executions)
          .as("executions for %s keys and %s killed threads", counted, lost)
          .isBetween((long) counted, (long) counted + lost);
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
