package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight programs ask for the same keys, each in an order of its own, in three rounds of new keys; their histories are
 * checked. {@code -Dcashet.race.keys=N} for more keys a round.
 */
class HistoryTest {
  private static final int PROGRAMS = 8;
  private static final int ROUNDS = 3;
  private static final int KEYS = Integer.getInteger("cashet.race.keys", 200);

  @TempDir
  private Path scratch;

  @Test
  void submit_whenProgramsRaceForManyKeys_eachHasOneResultThatNobodyMisses() throws Exception {
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      children.add(ChildJvm.standard().startWorker(scratch.resolve("store")));
    }
    Histories histories = new Histories();
    Path log = scratch.resolve("log");
    try {
      for (Child child : children) {
        child.line("ready");
      }
      for (int round = 0; round < ROUNDS; round++) {
        int from = round * KEYS;
        for (int i = 0; i < PROGRAMS; i++) {
          children
              .get(i)
              .send("record " + log + " " + scratch.resolve("history" + i) + " " + from + " "
                  + (from + KEYS) + " " + (round * PROGRAMS + i));
        }
        for (Child child : children) {
          assertThat(child.line()).isEqualTo("recorded " + KEYS + " 0 wrong");
        }
      }
    } finally {
      children.forEach(Child::close);
    }
    for (int i = 0; i < PROGRAMS; i++) {
      histories.read(scratch.resolve("history" + i));
    }
    histories.requireOneResultEach(ROUNDS * KEYS, PROGRAMS);
    assertThat(Files.readAllLines(log, StandardCharsets.UTF_8))
        .as("executions counted outside")
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, ROUNDS * KEYS).mapToObj(Integer::toString).toList());
  }
}
