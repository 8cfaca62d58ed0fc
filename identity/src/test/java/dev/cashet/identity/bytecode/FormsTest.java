package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.identity.Target;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same function in another form of function object. */
class FormsTest {
  private static @TempDir Path work;

  @Test
  void digest_whenLambdaIsTheCallOfAReference_isTheSame() {
    assertThat(digest("() -> twice(4)")).isEqualTo(digest("() -> { return Main.twice(5); }"));
    assertThat(digest("() -> twice(4)")).isNotEqualTo(digest("() -> twice(4) + 1"));
  }

  @Test
  void digest_whenAnonymousClassMoves_isTheSameWithTheSameArguments() {
    String function = "new dev.cashet.Fn0<Object>() { public Object call() { return n + 1; } }";
    Compiled one = compiled(function, "");
    Compiled two = compiled(function, "static Object o() { return new Object() {}; }");
    assertThat(two.digest()).isEqualTo(one.digest());
    assertThat(one.target().arguments()).containsExactly(new Target.Parameter("n", 5));
    assertThat(one.target().name().shortName()).isEqualTo("Main/anonymous.call");
  }

  @Test
  void digest_whenAnonymousClassChanges_differs() {
    String before = "new dev.cashet.Fn0<Object>() { public Object call() { return n + 1; } }";
    String after = "new dev.cashet.Fn0<Object>() { public Object call() { return n + 2; } }";
    assertThat(digest(before)).isNotEqualTo(digest(after));
  }

  @Test
  void digest_whenReceiverOverrides_countsTheOverride() {
    String function = "((Main) new Sub())::four";
    Compiled one = compiled(function, "static class Sub extends Main { int four() { return 5; } }");
    Compiled two = compiled(function, "static class Sub extends Main { int four() { return 6; } }");
    assertThat(one.digest()).isNotEqualTo(two.digest());
  }

  @Test
  void digest_whenAnEnumSwitchIsOnTheBareOrdinal_isThatOfItsNames() {
    String kinds =
        "enum Kind { A, B } static int f(Kind k) { switch (k) { case B: return 1; default: return 0; } }";
    String swapped = kinds.replace("A, B", "B, A");
    String bare = kinds.replace("switch (k)", "switch (k.ordinal())").replace("case B", "case 1");
    String function = "() -> f(Kind.A) + 1";
    assertThat(compiled(function, bare).digest())
        .isEqualTo(compiled(function, kinds).digest());
    assertThat(compiled(function, swapped).digest())
        .isNotEqualTo(compiled(function, kinds).digest());
  }

  private static Object digest(String function) {
    return compiled(function, "").digest();
  }

  private static Compiled compiled(String function, String before) {
    String main = "package app; public class Main { " + before
        + " static dev.cashet.Fn0<?> function() { int n = 5; return " + function + "; }"
        + " static int twice(int n) { return 2 * n; }"
        + " int four() { return 4; } }";
    return Compiled.of(work, Map.of("Main.java", main));
  }
}
