package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaceTest {
  private static final int KEYS = 100;
  private static final int ROUNDS = 2;

  @TempDir
  private Path scratch;

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void submit_whenProgramsAskAtOnce_runsEachKeyOnceAndAllGetTheResult(int programs)
      throws Exception {
    List<Child> children = start(programs);
    try {
      requireOneResult(children, scratch.resolve("one"));
      requireOneRunPerKey(children, scratch.resolve("many"));
    } finally {
      children.forEach(Child::close);
    }
  }

  /** The store does not exist yet either. */
  private static void requireOneResult(List<Child> children, Path log) throws Exception {
    for (Child child : children) {
      child.send("count " + log + " 7");
    }
    Set<String> commits = new HashSet<>();
    int ran = 0;
    for (Child child : children) {
      String answer = child.line();
      ran += answer.startsWith("ran ") ? 1 : 0;
      commits.add(answer.substring(4));
    }
    assertThat(commits).as("commit, blob and value").hasSize(1);
    assertThat(ran).isEqualTo(1);
    assertThat(Files.readString(log, StandardCharsets.UTF_8)).isEqualTo("7\n");
  }

  private static void requireOneRunPerKey(List<Child> children, Path log) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int from = round * KEYS;
      for (int i = 0; i < children.size(); i++) {
        children.get(i).send("sweep " + log + " " + from + " " + (from + KEYS) + " " + i);
      }
      int ran = 0;
      for (Child child : children) {
        String[] answer = child.line().split(" ", -1);
        assertThat(answer[3]).as("wrong values").isEqualTo("0");
        ran += Integer.parseInt(answer[1]);
      }
      assertThat(ran).as("runs by their own word").isEqualTo(KEYS);
    }
    List<String> expected =
        IntStream.range(0, ROUNDS * KEYS).mapToObj(Integer::toString).toList();
    assertThat(Files.readAllLines(log, StandardCharsets.UTF_8))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** None asks before all are ready. */
  private List<Child> start(int programs) throws Exception {
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < programs; i++) {
      children.add(ChildJvm.standard().startWorker(scratch.resolve("store")));
    }
    for (Child child : children) {
      child.line("ready");
    }
    return children;
  }
}
