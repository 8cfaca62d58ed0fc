package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.identity.KeyDifference;
import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of a program that change its function's identity, and edits that do not. */
class EditTest {
  private static @TempDir Path work;
  private static Digest base;

  @BeforeAll
  static void compileBase() {
    base = Compiled.of(work, Sample.files()).digest();
  }

  static Stream<List<String>> unseen() {
    return Stream.of(
        List.of("double sum = 0;", "/* a */ double sum = 0; // b\n"),
        List.of("figures", "shapes"),
        List.of("String title", "String heading", "title.length()", "heading.length()"),
        List.of("z + 42", "z + 43"),
        List.of("static int f() { return 1; }", "static int f() { return 2; }"),
        List.of("class Apart { static int f() { return 1; } }", ""),
        List.of(
            "private static int calls;", "private static int calls; static final int MORE = 9;"),
        List.of("private static double helper", "public static final double helper"),
        List.of("private static double helper", "@Deprecated private static double helper"),
        List.of(
            "static double deep(int x) {",
            "static <Z> double deep(int x) throws RuntimeException {"),
        List.of("int[] data", "var data", "{1, 2, 3}", "new int[] {1, 2, 3}"),
        List.of("helper(", "assist("),
        List.of(
            "  static double run",
            "  static Object o() { return new Object() {}; }\n  static double run"),
        List.of(
            "  static double run",
            "  static Object o() { class Local {} return new Local(); }\n  static double run"),
        List.of(
            "  static double run",
            "  static Runnable o() { return () -> unrelated(1); }\n  static double run"),
        List.of(
            "  static double run",
            "  static int s(Kind k) { switch (k) { case SLOW: return 1; default: return 0; } }\n  static double run"),
        List.of("private static int calls;", "static final List<String> LOG = new ArrayList<>();"),
        List.of(
            "private static int calls;",
            "static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger(\"x\");"),
        List.of(
            "static int unrelated(int z) { return z + 42; }\n", "",
            "  static double run",
                "  static int unrelated(int z) { return z + 42; }\n  static double run"));
  }

  static Stream<List<String>> seen() {
    return Stream.of(
        List.of("double sum = 0;", "double sum = 1;"),
        List.of("sum -= WEIGHTS", "sum += WEIGHTS"),
        List.of("data[i] > 1", "data[i] >= 1"),
        List.of("deep(x) + 1", "deep(x) + 2"),
        List.of("* 0.5;", "* 0.25;"),
        List.of("y -> y * 3", "y -> y * 5"),
        List.of("b - a", "a - b"),
        List.of("x -> x * 2", "x -> x * 3"),
        List.of("return a * a;", "return a * a + 1;"),
        List.of("area() * 2", "area() * 3"),
        List.of("return 3.14 * r * r;", "return r * r;", "return a * a;", "return 3.14 * a * a;"),
        List.of("{0.5, 0.25}", "{0.75, 0.25}"),
        List.of("SCALE = 3", "SCALE = 4"),
        List.of("List.of(7, 8)", "List.of(9, 8)"),
        List.of("case FAST: return 10", "case FAST: return 11"),
        List.of(
            "case FAST: return 10; case SLOW: return 20",
            "case SLOW: return 10; case FAST: return 20"),
        List.of("case SLOW: return 20", "case NONE: return 20"),
        List.of("case \"b\"", "case \"c\""),
        List.of("record Spot(int x, int y)", "record Spot(int x, int z)"),
        List.of("record Spot(int x, int y)", "record Spot(int y, int x)"),
        List.of("title.length() + data", "title.length() - data"),
        List.of("n + data.length", "n - data.length"),
        List.of("int n = 4;", "int n = 5;"),
        List.of("n == 0 || odd", "n == 2 || odd"),
        List.of("n == 0 || odd(n - 1)", "n == 0 || even(n - 1)"),
        List.of("+ 15", "+ 25"),
        List.of("c5(n - 1) + 14", "c3(n - 1) + 14"),
        List.of("+ 14", "+ 0", "+ 15", "+ 14", "+ 0", "+ 15"),
        List.of("catch (NumberFormatException e)", "catch (NullPointerException e)"),
        List.of("parseInt(\"12\")", "parseInt(\"13\")"),
        List.of("private static double helper", "private static synchronized double helper"),
        List.of(
            "class Box implements Figure {",
            "class Box implements Figure { public double twice() { return 1; }"),
        List.of("new HashMap<>();", "new HashMap<>(); static { NAMES.put(\"a\", \"b\"); }"),
        List.of("private final double a;", "private transient final double a;"));
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void digest_whenEditCannotBeTold_isTheSame(List<String> edit) {
    assertThat(digest(edit)).isEqualTo(base);
  }

  @ParameterizedTest
  @MethodSource("seen")
  void digest_whenMeaningMayChange_differs(List<String> edit) {
    assertThat(digest(edit)).isNotEqualTo(base);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g:none", "-parameters", "-g:lines"})
  void digest_whenDebugOptionsDiffer_isTheSame(String option) {
    assertThat(Compiled.of(work, Sample.files(), option).digest()).isEqualTo(base);
  }

  @Test
  void digest_whenTargetReleaseDiffers_isTheSame() {
    assertThat(Compiled.of(work, Sample.files(), "--release", "17").digest()).isEqualTo(base);
  }

  @Test
  void digest_whenFromAJar_isTheSame() throws IOException {
    Compiled compiled = Compiled.of(work, Sample.files());
    assertThat(compiled.key(compiled.jar()).digest()).isEqualTo(base);
  }

  @Test
  void explain_whenADeepHelperChanges_showsItAndThePath() {
    KeyDifference first = KeyDifference.explain(
            Compiled.of(work, Sample.files()).key().record().key(),
            Compiled.of(work, Sample.edited("y -> y * 3", "y -> y * 5"))
                .key()
                .record()
                .key())
        .get(0);
    assertThat(first.name()).isEqualTo("app.Main.deep/λ(int)");
    assertThat(first.before()).isPresent();
    assertThat(first.after()).isPresent().isNotEqualTo(first.before());
    assertThat(first.path())
        .containsExactly(
            "app.Main.run",
            "app.Main.run()",
            "app.Main.helper(int)",
            "app.Main.deep(int)",
            "app.Main.deep/λ(int)");
  }

  private static Digest digest(List<String> edit) {
    return Compiled.of(work, Sample.edited(edit.toArray(new String[0]))).digest();
  }
}
