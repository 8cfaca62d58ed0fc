package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.Fn1;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.history.Change;
import dev.cashet.history.Diff;
import dev.cashet.history.OutputDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commits side by side. */
class DiffTest {
  private @TempDir Path folder;
  private Cashet cashet;

  record Row(String name, double value, List<Integer> marks) {}

  static Map<String, Object> table(int variant) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("title", "figures");
    table.put("rows", List.of(new Row("a", 1, List.of(1, 2)), new Row("b", variant, List.of(3))));
    table.put("weights", new double[] {1, 2, variant});
    if (variant > 1) {
      table.put("key with space", variant);
    }
    return table;
  }

  static List<Integer> grown(boolean more) {
    return more ? List.of(1, 2, 99, 3, 4) : List.of(1, 2, 3, 4);
  }

  static Set<String> set(boolean more) {
    return more ? Set.of("a", "b", "c") : Set.of("a", "c", "d");
  }

  static Object deep(int depth) {
    Object value = List.of(depth);
    for (int i = 0; i < 900; i++) {
      value = List.of(value);
    }
    return value;
  }

  static byte[] large(int n) {
    byte[] bytes = new byte[20_000_000];
    bytes[n] = 1;
    return bytes;
  }

  static int failing(int n) {
    throw new IllegalStateException("no luck with " + n);
  }

  static Object constant(int n) {
    return n > 1000 ? 1 : 0;
  }

  @BeforeEach
  void open() {
    cashet = Cashet.open(folder.resolve("store"));
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  private <A, R> Diff diff(Fn1<A, R> function, A before, A after) {
    ResultRef<R> one = cashet.submit(function, before);
    ResultRef<R> other = cashet.submit(function, after);
    return cashet.diff(one.commitHash(), other.commitHash());
  }

  private static Map<String, String> places(Diff diff) {
    Map<String, String> places = new TreeMap<>();
    diff.output()
        .changes()
        .forEach(change -> places.put(
            change.path(), change.before().orElse("-") + " → " + change.after().orElse("-")));
    return places;
  }

  @Test
  void diff_whenResultsAreTrees_namesThePlaces() {
    Diff diff = diff(DiffTest::table, 1, 2);
    assertThat(diff.key())
        .extracting(Change::sentence)
        .containsExactly("argument 1 (variant): 1 → 2");
    assertThat(places(diff))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "$.rows[1].value", "1.0 → 2.0",
            "$.weights[2]", "1.0 → 2.0",
            "$[\"key with space\"]", "- → 2"));
    assertThat(diff.output().complete()).isTrue();
  }

  @Test
  void diff_whenSomethingWasInserted_showsThatAlone() {
    assertThat(places(diff(DiffTest::grown, false, true))).isEqualTo(Map.of("$[2]", "- → 99"));
    assertThat(places(diff(DiffTest::grown, true, false))).isEqualTo(Map.of("$[2]", "99 → -"));
  }

  @Test
  void diff_whenResultsAreSets_showsWhatOneHasAlone() {
    assertThat(diff(DiffTest::set, false, true).output().changes())
        .extracting(each -> each.before().orElse("-") + each.after().orElse("-"))
        .containsExactlyInAnyOrder("\"d\"-", "-\"b\"");
  }

  @Test
  void diff_whenResultsAreDeep_findsTheBottom() {
    assertThat(diff(DiffTest::deep, 1, 2).output().changes())
        .singleElement()
        .satisfies(change -> assertThat(change.path()).isEqualTo("$" + "[0]".repeat(901)));
  }

  @Test
  void diff_whenResultsAreLarge_givesSizesAlone() {
    Diff diff = diff(DiffTest::large, 1, 2);
    assertThat(diff.output().state()).isEqualTo(OutputDiff.State.UNREAD);
    assertThat(diff.output().note()).isEqualTo("too large to compare");
  }

  @Test
  void diff_whenResultsAreEqual_readsNeither() throws Exception {
    ResultRef<Object> one = cashet.submit(DiffTest::constant, 1);
    ResultRef<Object> other = cashet.submit(DiffTest::constant, 2);
    assertThat(cashet.diff(one.commitHash(), other.commitHash()).output().state())
        .isEqualTo(OutputDiff.State.EQUAL);
    ResultRef<byte[]> large = cashet.submit(DiffTest::large, 1);
    try (Stream<Path> files = Files.walk(folder.resolve("store/objects"))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Files.delete(each);
      }
    }
    assertThat(cashet.diff(large.commitHash(), large.commitHash()).output().state())
        .as("although the bytes are gone")
        .isEqualTo(OutputDiff.State.EQUAL);
  }

  @Test
  void diff_whenRunsFailed_saysHow() {
    for (int n : List.of(1, 2)) {
      Assertions.assertThatThrownBy(() -> cashet.submit(DiffTest::failing, n))
          .isInstanceOf(TaskException.class);
    }
    List<String> commits = new ArrayList<>();
    cashet
        .log(dev.cashet.store.LogQuery.newest(2))
        .forEach(commit -> commits.add(commit.id().hex()));
    assertThat(cashet.diff(commits.get(0), commits.get(1)).output().note())
        .contains("no luck with 1", "no luck with 2");
  }
}
