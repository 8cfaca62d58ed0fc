package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.acceptance.program.Answer;
import dev.cashet.acceptance.program.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is damaged is never served, is told by name, and heals when its call is submitted again. */
class DamageTest {
  private static final ChildJvm JVM = ChildJvm.standard();

  @TempDir
  private Path store;

  /** What can happen to a file. */
  private interface Damage {
    void to(Path file) throws IOException;
  }

  @Test
  void submit_whenBlobFilesAreDamaged_runsAgainAndHeals() throws Exception {
    Map<String, Damage> damages = damages();
    List<String> answers = new ArrayList<>();
    try (Child before = JVM.worker(store)) {
      for (int n = 0; n < damages.size(); n++) {
        answers.add(before.ask("submit large " + n));
      }
      int next = 0;
      for (Damage damage : damages.values()) {
        damage.to(file(answers.get(next++)));
      }
      for (int n = 0; n < damages.size(); n++) {
        assertThat(before.ask("load large " + n))
            .as(name(damages, n))
            .startsWith("error BlobUnreadableException")
            .contains(commit(answers.get(n)).substring(0, 12));
      }
    }
    requireHealed(damages, answers);
  }

  @Test
  void submit_whenRowsOfSmallResultsAreDamaged_runsAgainAndHeals() throws Exception {
    List<String> damages = List.of(
        "DELETE FROM objects WHERE digest = ?",
        "UPDATE objects SET bytes = zeroblob(length(bytes)) WHERE digest = ?",
        "UPDATE objects SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE digest = ?",
        "UPDATE objects SET bytes = bytes || x'00' WHERE digest = ?",
        "UPDATE objects SET bytes = x'' WHERE digest = ?",
        "UPDATE objects SET bytes = CAST(replace(hex(bytes), '6', '7') AS BLOB) WHERE digest = ?",
        "UPDATE objects SET crc = crc + 1 WHERE digest = ?");
    List<String> answers = new ArrayList<>();
    try (Child before = JVM.worker(store)) {
      for (int n = 0; n < damages.size(); n++) {
        answers.add(before.ask("submit small " + n));
      }
      before.end();
    }
    for (int n = 0; n < damages.size(); n++) {
      execute(damages.get(n).replace("?", "x'" + blob(answers.get(n)) + "'"));
    }
    try (Child through = JVM.worker(store)) {
      for (int n = 0; n < damages.size(); n++) {
        assertThat(through.ask("get " + commit(answers.get(n))))
            .as(damages.get(n))
            .startsWith("error BlobUnreadableException")
            .contains(commit(answers.get(n)).substring(0, 12));
      }
    }
    try (Child after = JVM.worker(store)) {
      for (int n = 0; n < damages.size(); n++) {
        assertThat(after.ask("submit small " + n))
            .as(damages.get(n))
            .startsWith("ran ")
            .endsWith(" value_of_" + n);
      }
      after.end();
    }
    try (Child again = JVM.worker(store)) {
      for (int n = 0; n < damages.size(); n++) {
        assertThat(again.ask("submit small " + n)).startsWith("hit ").endsWith(" value_of_" + n);
      }
    }
  }

  @Test
  void submit_whenACommitsContentIsAltered_doesNotServeIt() throws Exception {
    try (Child before = JVM.worker(store)) {
      before.ask("submit small 1");
      before.ask("submit small 2");
      before.end();
    }
    // Whoever can write the database lets the second call's commit speak for the first.
    execute("""
        UPDATE commits SET content =
          (SELECT content FROM commits ORDER BY seq DESC LIMIT 1), output64 =
          (SELECT output64 FROM commits ORDER BY seq DESC LIMIT 1)""");
    try (Child after = JVM.worker(store)) {
      assertThat(after.ask("submit small 1")).doesNotStartWith("hit").doesNotContain("value_of_2");
      assertThat(after.ask("submit small 2")).endsWith(" value_of_2");
    }
  }

  private void requireHealed(Map<String, Damage> damages, List<String> answers) throws Exception {
    try (Child after = JVM.worker(store)) {
      for (int n = 0; n < damages.size(); n++) {
        assertThat(after.ask("submit large " + n))
            .as(name(damages, n))
            .startsWith("ran ")
            .endsWith(" " + Answer.text(Tasks.large(n)));
      }
      after.end();
    }
    try (Child again = JVM.worker(store)) {
      for (int n = 0; n < damages.size(); n++) {
        assertThat(again.ask("submit large " + n))
            .as(name(damages, n))
            .startsWith("hit ")
            .endsWith(" " + Answer.text(Tasks.large(n)));
        assertThat(again.ask("get " + commit(answers.get(n)))).doesNotStartWith("error");
      }
    }
  }

  private static Map<String, Damage> damages() {
    Map<String, Damage> damages = new LinkedHashMap<>();
    damages.put("deleted", Files::delete);
    damages.put("empty", file -> Files.write(file, new byte[0]));
    damages.put("half", file -> cut(file, Files.size(file) / 2));
    damages.put("a byte short", file -> cut(file, Files.size(file) - 1));
    damages.put("a byte long", file -> cut(file, Files.size(file) + 1));
    damages.put("zeroed", file -> Files.write(file, new byte[(int) Files.size(file)]));
    for (int permille : new int[] {0, 1, 2, 5, 250, 500, 750, 995, 999}) {
      damages.put("a bit flipped at " + permille + " per mille", file -> flip(file, permille));
    }
    return damages;
  }

  private static void cut(Path file, long size) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) size));
  }

  private static void flip(Path file, int permille) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length * permille / 1000] ^= 0x10;
    Files.write(file, bytes);
  }

  private void execute(String sql) throws Exception {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve("meta.db"));
        Statement statement = database.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  private Path file(String answer) {
    String hex = blob(answer);
    return store.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  private static String commit(String answer) {
    return answer.split(" ", -1)[1];
  }

  private static String blob(String answer) {
    return answer.split(" ", -1)[2];
  }

  private static String name(Map<String, Damage> damages, int n) {
    return List.copyOf(damages.keySet()).get(n);
  }
}
