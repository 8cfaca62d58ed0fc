package dev.cashet.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's own shell with cashet on its class path: snippets, redefinitions, variables. */
class ShellTest {
  private static final String START = """
      import dev.cashet.*;
      int k = 5;
      record Step(double size) { double half() { return size / 2; } }
      double helper(double x) { return x * k; }
      double train(double x) { return helper(x) + 1; }
      double other(double x) { return x - 1; }
      var cashet = Cashet.open();
      void say(String name, ResultRef<?> ref) { System.out.println("@" + name + (ref.wasCached() ? " hit " : " ran ") + ref.load()); }
      void all() {
        say("train", cashet.submit(() -> train(2.0)));
        say("other", cashet.submit(() -> other(2.0)));
        say("step", cashet.submit(() -> new Step(3).half()));
      }
      all();
      """;
  private static final List<String> FIRST = List.of("train ran", "other ran", "step ran");
  private static final List<String> HITS = List.of("train hit", "other hit", "step hit");

  @TempDir
  private static Path folder;

  @BeforeAll
  static void firstSession() {
    assertThat(session("")).isEqualTo(FIRST);
  }

  @Test
  void submit_whenTheSameSnippetsAreTypedInAnotherSession_isAHit() {
    assertThat(session("say(\"train\", cashet.submit(x -> train(x), 2.0));\n"))
        .containsExactly("train hit", "other hit", "step hit", "train hit");
  }

  @Test
  void submit_whenSnippetsHaveOtherNumbers_isAHit() {
    assertThat(Child.run(folder, "1 + 1\nint unrelated = 3;\n" + START + "/exit\n", shell()))
        .isEqualTo(HITS);
  }

  @Test
  void submit_whenAHelperIsDeclaredAgain_runsWhatUsesIt() {
    assertThat(after("double helper(double x) { return x * k + 1; }"))
        .containsExactly("train ran", "other hit", "step hit");
    assertThat(after("double helper(double x) { return x * k; }")).isEqualTo(HITS);
  }

  @Test
  void submit_whenAVariableIsSet_runsWhatReadsIt() {
    assertThat(after("k = 6;")).containsExactly("train ran", "other hit", "step hit");
    assertThat(after("k = 6;")).isEqualTo(HITS);
    assertThat(after("k = 6; k = 5;")).isEqualTo(HITS);
  }

  @Test
  void submit_whenAClassIsDeclaredAgain_runsWhatUsesIt() {
    assertThat(after("record Step(double size) { double half() { return size * 0.25; } }"))
        .containsExactly("train hit", "other hit", "step ran");
  }

  @Test
  void submit_whenASnippetHasNothingToDoWithIt_isAHit() {
    assertThat(after("double unrelated(double x) { return train(x) * 2; }")).isEqualTo(HITS);
  }

  /** What all tasks do after one more snippet. */
  private static List<String> after(String snippet) {
    List<String> reports = session(snippet + "\nall();\n");
    assertThat(reports.subList(0, 3)).isEqualTo(HITS);
    return reports.subList(3, reports.size());
  }

  private static List<String> session(String more) {
    return Child.run(folder, START + more + "/exit\n", shell());
  }

  private static List<String> shell() {
    return List.of(
        "jshell",
        "-s",
        "-J-XX:TieredStopAtLevel=1",
        "-R-XX:TieredStopAtLevel=1",
        "--class-path",
        Child.libraries());
  }
}
