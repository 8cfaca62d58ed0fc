package dev.cashet.languages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.languages.Trial.Submitted;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalaTest {
  @TempDir
  private static Path folder;

  private static Trial program;
  private static Map<String, Submitted> first;

  @BeforeAll
  static void run() {
    program = new Trial(folder, "scala.scala", Scala::compile);
    first = program.run();
  }

  @Test
  void submit_whenLambdaIsAMethodsCall_isKnownByTheMethod() {
    assertThat(first.get("bound").name()).isEqualTo("Model.run");
    assertThat(first.get("lambda").name()).isEqualTo("scala.train");
    assertThat(first.get("object").name()).isEqualTo("Single.go");
    // Numbers are unboxed on the way: not a call alone.
    assertThat(first.get("objectReference").name()).isEqualTo("Program.submit/λ");
  }

  @Test
  void submit_whenEtaExpansionInsteadOfLambda_isTheSameCall() {
    assertThat(first.get("reference").key()).isEqualTo(first.get("lambda").key());
  }

  @Test
  void submit_whenItRuns_givesScalasResults() {
    assertThat(first.get("lambda").value()).isEqualTo(5.0);
    assertThat(first.get("variable").value()).isEqualTo(6.0);
    assertThat(first.get("anonymous").value()).isEqualTo(4.0);
    assertThat(first.get("alone").value()).isEqualTo(42);
  }

  @Test
  void submit_whenTheProgramIsTheSameOrUnrelatedCodeChanged_isAHit() {
    assertThat(program.ran("", "")).isEmpty();
    assertThat(program.ran("Int = n + 1", "Int = n + 2")).isEmpty();
  }

  @Test
  void submit_whenAHelpersHelperChanged_runsAllThatUseIt() {
    Set<String> users = new TreeSet<>(first.keySet());
    users.remove("alone");
    // the same call as another that ran just before
    users.remove("reference");
    assertThat(program.ran("deep(n: Int): Double = n * 2.0", "deep(n: Int): Double = n * 3.0"))
        .isEqualTo(users);
  }

  @Test
  void submit_whenACapturedVariableChanged_runsWhatCapturesIt() {
    assertThat(program.ran("var count = 1", "var count = 2")).containsExactly("variable");
  }
}
