package dev.cashet.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program of several files that is edited and started again, each time in a process of its own. */
class EditTest {
  private static final Map<String, String> PROGRAM = new LinkedHashMap<>();
  private static final List<String> ALL_HIT =
      List.of("data hit", "mean hit", "model hit", "title hit");

  static {
    PROGRAM.put("Main", """
        public final class Main {
          public static void main(String[] arguments) {
            try (Cashet cashet = Cashet.open()) {
              ResultRef<double[]> data = cashet.submit(() -> Data.load(4));
              report("data", data);
              report("mean", cashet.submit(() -> Stats.mean(data.load())));
              report("model", cashet.submit(Model::train, 0.5));
              double rate = 0.5;
              if (!cashet.submit(() -> Model.train(rate)).wasCached()) throw new AssertionError();
              report("title", cashet.submit(() -> Stats.title(data.load().length)));
            }
          }
          static void report(String name, ResultRef<?> ref) {
            System.out.println("@" + name + (ref.wasCached() ? " hit " : " ran ") + ref.load());
          }
        }
        """);
    PROGRAM.put("Data", """
        final class Data {
          static double[] load(int n) {
            double[] all = new double[n];
            for (int i = 0; i < n; i++) all[i] = Numbers.square(i);
            return all;
          }
        }
        """);
    PROGRAM.put("Stats", """
        final class Stats {
          static double mean(double[] all) { return Numbers.sum(all) / all.length; }
          static String title(int n) { return "mean of " + n; }
        }
        """);
    PROGRAM.put("Numbers", """
        final class Numbers {
          static double sum(double[] all) { double sum = 0; for (double x : all) sum = plus(sum, x); return sum; }
          static double plus(double a, double b) { return a + b; }
          static double square(int n) { return n * n; }
        }
        """);
    PROGRAM.put("Model", """
        final class Model {
          static double train(Double rate) { return rate * new Step() { }.size(); }
        }
        interface Step { default int size() { return 3; } }
        """);
  }

  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource
  void submit_whenAHelpersHelperIsEdited_runsJustWhatUsesIt(Start start) throws Exception {
    assertThat(run(start, PROGRAM))
        .containsExactly("data ran", "mean ran", "model ran", "title ran");
    assertThat(run(start, PROGRAM)).isEqualTo(ALL_HIT);
    assertThat(run(start, edited("Numbers", "a + b", "b + a * 2")))
        .containsExactly("data hit", "mean ran", "model hit", "title hit");
    assertThat(run(start, PROGRAM)).isEqualTo(ALL_HIT);
  }

  @Test
  void submit_whenOnlyTheTextIsEdited_isAHit() throws Exception {
    run(Start.DIRECTORY, PROGRAM);
    assertThat(run(
            Start.DIRECTORY,
            edited("Numbers", "final class Numbers {", "// numbers\n\nfinal class Numbers {\n")))
        .isEqualTo(ALL_HIT);
    assertThat(run(
            Start.DIRECTORY,
            edited(
                "Numbers",
                "static double square",
                "static int unused() { return 1; }\n  static double square")))
        .isEqualTo(ALL_HIT);
  }

  @Test
  void submit_whenAnInputsCodeIsEditedAndItsResultStays_runsOnlyTheInput() throws Exception {
    run(Start.DIRECTORY, PROGRAM);
    assertThat(run(Start.DIRECTORY, edited("Numbers", "n * n", "(double) n * n")))
        .containsExactly("data ran", "mean hit", "model hit", "title hit");
    assertThat(run(Start.DIRECTORY, edited("Numbers", "n * n", "n * n + 1")))
        .containsExactly("data ran", "mean ran", "model hit", "title ran");
  }

  @Test
  void submit_whenADefaultMethodIsEdited_runsWhatCallsIt() throws Exception {
    run(Start.DIRECTORY, PROGRAM);
    assertThat(run(Start.DIRECTORY, edited("Model", "return 3", "return 4")))
        .containsExactly("data hit", "mean hit", "model ran", "title hit");
  }

  private List<String> run(Start start, Map<String, String> files) throws IOException {
    return Child.run(folder, "", start.build(folder, files));
  }

  private static Map<String, String> edited(String file, String from, String to) {
    Map<String, String> files = new LinkedHashMap<>(PROGRAM);
    assertThat(files.get(file)).contains(from);
    files.put(file, files.get(file).replace(from, to));
    return files;
  }
}
