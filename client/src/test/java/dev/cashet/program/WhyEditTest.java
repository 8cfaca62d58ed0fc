package dev.cashet.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.history.Change;
import dev.cashet.history.Why;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program is edited, and why says before the run, and again after it, what the edit was. */
class WhyEditTest {
  private static final Map<String, String> PROGRAM = new LinkedHashMap<>();

  static {
    PROGRAM.put("Main", """
        import dev.cashet.history.Why;
        import java.util.*;
        public final class Main {
          static Why why(Cashet cashet) { return cashet.why(Main::run, 3); }
          static ResultRef<Integer> submit(Cashet cashet) { return cashet.submit(Main::run, 3); }
          static int run(int n) {
            int sum = 7;
            for (Figure each : List.of(new Box(n), new Ring(n))) sum += each.area();
            return sum + Stats.mean(n) + Table.LIMIT + Table.WEIGHTS[1] + kind(Kind.FAST) + Spot.of(n).x();
          }
          static int kind(Kind kind) { switch (kind) { case FAST: return 10; default: return 20; } }
        }
        """);
    PROGRAM.put("Stats", """
        import java.util.function.*;
        final class Stats {
          static int mean(int n) { return deep(n) / 2; }
          static int deep(int n) { IntUnaryOperator f = y -> y * 3; return f.applyAsInt(n) + even(n); }
          static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
          static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
          static int unused(int n) { return n + 42; }
        }
        """);
    PROGRAM.put("Table", """
        final class Table {
          static final Integer LIMIT = Integer.valueOf(5);
          static final int[] WEIGHTS = {1, 2};
        }
        """);
    PROGRAM.put("Figure", """
        interface Figure { int side(); default int area() { return side() * side(); } }
        final class Box implements Figure {
          private final int a;
          Box(int a) { this.a = a; }
          public int side() { return a + 1; }
        }
        final class Ring implements Figure {
          private final int r;
          Ring(int r) { this.r = r; }
          public int side() { return r; }
          public int area() { return 3 * r * r; }
        }
        enum Kind { FAST, SLOW }
        record Spot(int x, int y) { static Spot of(int n) { return new Spot(n, n + 1); } }
        """);
  }

  private static @TempDir Path folder;
  private static Versions versions;
  private static Cashet cashet;

  @BeforeAll
  static void runTheProgram() throws Exception {
    versions = new Versions(folder, PROGRAM);
    cashet = Cashet.open(folder.resolve("store"));
    Class<?> base = versions.base();
    assertThat(((Why) Versions.call(base, "why", cashet)).reason())
        .isEqualTo("never run: there is no earlier commit of Main.run");
    assertThat(cashet.stats().commits().total()).isZero();
    Versions.call(base, "submit", cashet);
  }

  @AfterAll
  static void close() throws Exception {
    cashet.close();
    versions.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum = 7|sum = 8|code of Main.run(int) changed",
        "deep(n) / 2|deep(n) / 3|helper Stats.mean(int) changed",
        "y * 3|y * 5|helper Stats.deep/λ(int) changed",
        "? 1 : odd|? 2 : odd|helper Stats.even(int) changed",
        "? 0 : even|? 5 : even|helper Stats.odd(int) changed",
        "side() * side()|side() + side()|helper Figure.area() changed",
        "return a + 1|return a + 2|helper Box.side() changed",
        "3 * r * r|4 * r * r|helper Ring.area() changed",
        "valueOf(5)|valueOf(6)|static field Table.LIMIT changed",
        "{1, 2}|{1, 3}|static field Table.WEIGHTS changed",
        "case FAST: return 10|case FAST: return 11|helper Main.kind(Kind) changed",
        "this.a = a;|this.a = a * 2;|helper Box.new(int) changed",
        "new Spot(n, n + 1)|new Spot(n, n + 2)|helper Spot.of(int) changed",
      })
  void why_whenOnePartIsEdited_namesIt(String from, String to, String reason) throws Exception {
    Class<?> edited = versions.edited(from, to);
    Why before = (Why) Versions.call(edited, "why", cashet);
    assertThat(before.isHit()).isFalse();
    assertThat(before.reason()).startsWith(reason);
    Change change = before.changes().get(0);
    assertThat(change.before()).isNotEqualTo(change.after());
    assertThat(change.path()).startsWith("app.Main.run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record Spot(int x, int y)|record Spot(int x, int z)|Spot",
        "private final int a;|private transient final int a;|Box",
        "enum Kind { FAST, SLOW }|enum Kind { SLOW, FAST }|Kind",
        "public int area() { return 3 * r * r; }|int r() { return r; }|Ring",
      })
  void why_whenAClassIsEdited_namesIt(String from, String to, String name) throws Exception {
    Why why = (Why) Versions.call(versions.edited(from, to), "why", cashet);
    assertThat(why.isHit()).isFalse();
    assertThat(why.changes()).anyMatch(change -> change.name().contains(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"n + 42|n + 43", "int sum = 7;|/* text */ int sum = 7;"})
  void why_whenTheEditDoesNotCount_isAHit(String from, String to) throws Exception {
    Why why = (Why) Versions.call(versions.edited(from, to), "why", cashet);
    assertThat(why.isHit()).isTrue();
    assertThat(why.commit()).isPresent();
  }

  @Test
  void why_afterTheRun_saysTheSameAsBefore() throws Exception {
    try (Cashet own = Cashet.open(folder.resolve("after"))) {
      Versions.call(versions.base(), "submit", own);
      Class<?> edited = versions.edited("deep(n) / 2", "deep(n) / 4");
      Why before = (Why) Versions.call(edited, "why", own);
      ResultRef<?> run = (ResultRef<?>) Versions.call(edited, "submit", own);
      assertThat(own.why(run.commitHash())).isEqualTo(before);
      assertThat(((Why) Versions.call(edited, "why", own)).isHit()).isTrue();
    }
  }
}
