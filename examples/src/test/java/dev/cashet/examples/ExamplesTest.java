package dev.cashet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  private static final Path EXAMPLES = Path.of("").toAbsolutePath();
  private static final String DATA = EXAMPLES.resolve("target/data/weather.csv").toString();

  @TempDir
  private Path directory;

  @Test
  void quickstart_whenRunTwice_isAllHits() throws Exception {
    Program quickstart = new Program(EXAMPLES.resolve("Quickstart.java"), directory);
    String first = quickstart.run();
    assertThat(first).contains("primes   ran", "gaps     ran", "answer   ran", "gap is 6");
    String second = quickstart.run();
    assertThat(second).contains("primes   hit", "gaps     hit", "answer   hit", "gap is 6");
  }

  @Test
  void unreliable_whenManyAsk_runsOnceAndRemembersTheFailure() throws Exception {
    String said = new Program(EXAMPLES.resolve("Unreliable.java"), directory).run();
    assertThat(said)
        .containsOnlyOnce("attempts 3, calls 3")
        .contains("Seattle: 12 °C")
        .contains("java.lang.IllegalArgumentException: there is no station Atlantis, calls 4")
        .doesNotContain("calls 5");
  }

  @Test
  void isolated_whenTasksHangExitOrEatAllMemory_goesOn() throws Exception {
    assertThat(new Program(EXAMPLES.resolve("Isolated.java"), directory).run())
        .contains("primes: 9592", "too long: ", "leaving with 7", "exit code 7")
        .contains("ran out of memory", "still here: 168");
  }

  @Test
  void weatherSweep_whenOneNumberChanges_runsWhatDependsOnItOnly() throws Exception {
    String original =
        Files.readString(EXAMPLES.resolve("WeatherSweep.java"), StandardCharsets.UTF_8);
    assertThat(sweep(original)).contains("75 tasks: 75 ran, 0 hits");
    assertThat(sweep(original)).contains("75 tasks: 0 ran, 75 hits");

    // A penalty that is an argument: 12 models for each of two places.
    String otherPenalty = original.replace("{0.1, 1, 10}", "{0.1, 1, 20}");
    assertThat(sweep(otherPenalty)).contains("75 tasks: 24 ran, 51 hits");

    // A number in the model's code: all models, and no step before them.
    String otherModel = original.replace("365.25", "365.2425");
    assertThat(sweep(otherModel)).contains("75 tasks: 72 ran, 3 hits");

    // A number in a helper of the normalisation: that, and the models, which see other tables.
    String otherNormal = original.replace("column[i] - mean) /", "column[i] - 2 * mean) /");
    assertThat(sweep(otherNormal)).contains("75 tasks: 74 ran, 1 hits");

    // A comment and a name: nothing.
    String reworded = original
        .replace("/** Ridge regression", "/** Also known as ridge regression")
        .replace("double squares", "double sumOfSquares")
        .replace("squares +=", "sumOfSquares +=")
        .replace("sqrt(squares", "sqrt(sumOfSquares");
    assertThat(reworded).isNotEqualTo(original);
    assertThat(sweep(reworded)).contains("75 tasks: 0 ran, 75 hits");
  }

  @Test
  void smallStore_always_keepsWhatIsPinnedAndStaysWithinItsSize() throws Exception {
    assertThat(new Program(EXAMPLES.resolve("SmallStore.java"), directory).run())
        .contains("made 50", "below 2 MB true", "invalidated some true", "left 1")
        .contains("best model has 10000", "clean true", "bounded true");
  }

  @Test
  void whyItRan_whenRun_saysWhatChangedAndMovesTheCache() throws Exception {
    assertThat(new Program(EXAMPLES.resolve("WhyItRan.java"), directory).run())
        .contains(
            "miss: never run", "0.01 → 0.02", "miss: version: 2 is new", "1 moved\ntrue\ntrue");
  }

  @Test
  void jsonResults_whenRunTwice_isAHitAndRefusesWhatJsonWouldChange() throws Exception {
    Program results = new Program(EXAMPLES.resolve("JsonResults.java"), directory);

    assertThat(results.run())
        .contains("ran {north=[Station[name=Oslo, degrees=-3.5], Station[name=Bergen,")
        .contains(
            "\"type\":\"java.util.Map<java.lang.String,java.util.List<JsonResults$Station>>\"")
        .contains("\"value\":{\"north\":[{\"degrees\":-3.5,\"name\":\"Oslo\"},")
        .contains("refused: ")
        .contains("result.content, decimal 1.50, would come back as Double 1.5");
    assertThat(results.run()).contains("hit {north=[Station[name=Oslo");
  }

  private String sweep(String source) throws IOException, InterruptedException {
    Path file = directory.resolve("WeatherSweep.java");
    Files.writeString(file, source, StandardCharsets.UTF_8);
    return new Program(file, directory).run(DATA);
  }
}
