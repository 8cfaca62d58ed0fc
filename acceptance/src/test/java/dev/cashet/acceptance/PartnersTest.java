package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of two programs that wait for each other's runs. */
class PartnersTest {
  private static final String PROGRAM = "dev.cashet.acceptance.program.Partner";

  @TempDir
  private Path store;

  private Child one;
  private Child other;

  @BeforeEach
  void start() throws Exception {
    one = ChildJvm.standard().start(PROGRAM);
    other = ChildJvm.standard().start(PROGRAM);
    for (Child each : List.of(one, other)) {
      each.send(store.toString());
    }
    one.line("ready");
    other.line("ready");
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  @Test
  void submit_whenTasksOfTwoProgramsWaitForEachOther_isRefusedWithTheCircle() throws Exception {
    one.send("left 1");
    one.line("running left");
    other.send("right 1");
    other.line("running right");

    one.send("go");
    other.send("go");

    List<String> answers = List.of(one.line("failed "), other.line("failed "));
    assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("waits for itself"));
    assertThat(answers)
        .anySatisfy(answer -> assertThat(answer)
            .containsPattern("(left|right) \\(process \\d+\\) → Partner\\.(right|left)"
                + " \\(process \\d+\\) → Partner\\.(left|right) is the same call again"));
  }

  @Test
  void submit_whenTheProgramThatItWaitsForFails_getsThatFailure() throws Exception {
    one.send("unlucky 1");
    one.line("running unlucky");
    other.send("unlucky 1");
    // Said by the log after a second.
    other.error("waiting for process");

    one.send("go");

    String failure = one.line("failed ");
    assertThat(failure).endsWith("java.lang.IllegalArgumentException: no luck with 1");
    assertThat(other.line("failed ")).isEqualTo(failure);
    try (Cashet cashet = Cashet.open(store)) {
      assertThat(cashet.stats().commits().failed()).isEqualTo(1);
    }
  }
}
