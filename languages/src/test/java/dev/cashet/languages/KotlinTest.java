package dev.cashet.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.canonical.UnhashableException;
import dev.cashet.languages.Trial.Submitted;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KotlinTest {
  @TempDir
  private static Path folder;

  private static Trial program;
  private static Map<String, Submitted> first;

  @BeforeAll
  static void run() {
    program = new Trial(folder, "kotlin.kt", Kotlin::compile);
    first = program.run();
  }

  @Test
  void submit_whenLambdaIsACall_isKnownByTheFunctionItCalls() {
    assertThat(first.get("lambda").name()).isEqualTo("KotlinKt.train");
    assertThat(first.get("reference").name()).isEqualTo("KotlinKt.train");
    assertThat(first.get("bound").name()).isEqualTo("Model.run");
    assertThat(first.get("boundLambda").name()).isEqualTo("Model.run");
    assertThat(first.get("companionReference").name()).isEqualTo("Companion.make");
    assertThat(first.get("objectReference").name()).isEqualTo("Single.go");
    assertThat(first.get("companion").name()).isEqualTo("Companion.make");
    assertThat(first.get("object").name()).isEqualTo("Single.go");
    assertThat(first.get("given").name()).isEqualTo("KotlinKt.tuned");
    assertThat(first.get("variable").name()).isEqualTo("Program.submit/λ");
  }

  @Test
  void submit_whenReferenceInsteadOfLambda_isTheSameCall() {
    assertThat(first.get("reference").key()).isEqualTo(first.get("lambda").key());
    assertThat(first.get("boundLambda").key()).isEqualTo(first.get("bound").key());
    assertThat(first.get("companion").key())
        .isEqualTo(first.get("companionReference").key());
    assertThat(first.get("object").key()).isEqualTo(first.get("objectReference").key());
  }

  @Test
  void submit_whenItRuns_givesKotlinsResults() {
    assertThat(first.get("lambda").value()).isEqualTo(5.0);
    assertThat(first.get("default").value()).isEqualTo(2.5);
    assertThat(first.get("given").value()).isEqualTo(1.25);
    assertThat(first.get("variable").value()).isEqualTo(6.0);
    assertThat(first.get("inline").value()).isEqualTo(8.0);
    assertThat(first.get("anonymous").value()).isEqualTo(4.0);
  }

  @Test
  void submit_whenTheProgramIsTheSameOrUnrelatedCodeChanged_isAHit() {
    assertThat(program.ran("", "")).isEmpty();
    assertThat(program.ran("Int = n + 1", "Int = n + 2")).isEmpty();
    assertThat(program.ran("fun unrelated", "// more text\nfun added() = 1\n\nfun unrelated"))
        .isEmpty();
  }

  @Test
  void submit_whenAHelpersHelperChanged_runsAllThatUseIt() {
    Set<String> users = new TreeSet<>(first.keySet());
    users.remove("alone");
    users.remove("counting");
    // the same call as another that ran just before
    users.remove("reference");
    users.remove("boundLambda");
    users.remove("companionReference");
    users.remove("objectReference");
    assertThat(program.ran("deep(n: Int): Double = n * 2.0", "deep(n: Int): Double = n * 3.0"))
        .isEqualTo(users);
  }

  @Test
  void submit_whenASingletonHasState_itsLambdaIsMoreThanACall() {
    assertThat(first.get("counting").name()).isEqualTo("Program.submit/λ");
    assertThat(program.ran("var start = 3", "var start = 4")).containsExactly("counting");
  }

  @Test
  void submit_whenADefaultArgumentChanged_runsWhatTakesIt() {
    assertThat(program.ran("rate: Double = 0.5", "rate: Double = 0.75")).containsExactly("default");
  }

  @Test
  void submit_whenACapturedVariableChanged_runsWhatCapturesIt() {
    assertThat(program.ran("var count = 1", "var count = 2")).containsExactly("variable");
  }

  @Test
  void submit_whenAFunctionValueIsConverted_isRefusedWithTheWayOut() {
    assertThatThrownBy(() -> program.call("value", "", ""))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("Serializable")
        .hasMessageContaining("write it where it is passed");
  }
}
