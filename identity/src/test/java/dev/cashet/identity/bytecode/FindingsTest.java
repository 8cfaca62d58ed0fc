package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
  private static @TempDir Path work;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clock | WARN | java.lang.System.currentTimeMillis() | System.currentTimeMillis()",
        "timing | NOTE | java.lang.System.nanoTime() | System.nanoTime()",
        "random | WARN | java.util.Random.new() | new java.util.Random()",
        "environment | WARN | java.lang.System.getenv(String) | System.getenv(\"A\")",
        "files | WARN | java.nio.file.Files.exists(Path, LinkOption[]) | java.nio.file.Files.exists(null)",
        "static | NOTE | app.Main.counter | counter",
        "reflection | NOTE | java.lang.Class.forName(String) | Class.forName(\"a\")",
        "services | WARN | java.util.ServiceLoader.load(Class) | java.util.ServiceLoader.load(Runnable.class)",
        "native | WARN | app.Main.far() | far()"
      })
  void findings_whenOnTheMainPath_nameTheSiteAndThePath(
      String kind, String level, String what, String expression) {
    Finding finding = findings("return helper();", "return " + expression + ";").get(0);
    assertThat(finding.kind()).isEqualTo(kind);
    assertThat(finding.level().name()).isEqualTo(level);
    assertThat(finding.what()).isEqualTo(what);
    assertThat(finding.path()).containsExactly("app.Main.run", "app.Main.helper()");
  }

  @Test
  void findings_whenOnlyOnTheWayToAnException_areNotReported() {
    String helper =
        "if (counter2() > 3) throw new IllegalStateException(\"\" + System.nanoTime()); return 1;";
    assertThat(findings("return helper();", helper)).isEmpty();
  }

  @Test
  void findings_whenSeededRandomOrGivenClock_areNotReported() {
    String helper = "return java.time.Instant.now(java.time.Clock.fixed(null, null)).getNano()"
        + " + new java.util.Random(3).nextInt();";
    assertThat(findings("return helper();", helper)).isEmpty();
  }

  @Test
  void findings_whenAStaticContainerIsFilledElsewhere_nameIt() {
    assertThat(findings("return helper();", "return NAMES.get(\"a\");"))
        .extracting(Finding::what)
        .containsExactly("app.Main.NAMES");
    assertThat(findings("return helper();", "return FIXED.get(\"a\");")).isEmpty();
  }

  @Test
  void findings_whenNotReached_areNotReported() {
    assertThat(findings("return 1;", "return System.nanoTime();")).isEmpty();
  }

  private static List<Finding> findings(String run, String helper) {
    String main = "package app; public class Main {"
        + " static int counter; static void count() { counter++; }"
        + " static int counter2() { return 2; }"
        + " static native Object far();"
        + " static final java.util.Map<String, String> NAMES = new java.util.HashMap<>();"
        + " static final java.util.Map<String, String> FIXED = java.util.Map.of();"
        + " static void fill() { NAMES.put(\"a\", \"b\"); }"
        + " static dev.cashet.Fn0<?> function() { return Main::run; }"
        + " static Object run() throws Exception { " + run + " }"
        + " static Object helper() throws Exception { " + helper + " } }";
    return Compiled.of(work, Map.of("Main.java", main)).key().findings();
  }
}
