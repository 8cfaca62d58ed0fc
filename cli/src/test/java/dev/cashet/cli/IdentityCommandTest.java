package dev.cashet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCommandTest {
  private static final String PROGRAM = """
      public class Main {
        static { if (true) throw new IllegalStateException("initialised"); }
        public static double train(int n) { return Helper.scale(n); }
        public static double train(int n, String name) { return 1; }
        public static double train(java.util.List<String> names) { return 2; }
        public static Object load(String name) throws Exception { return Class.forName(name); }
        public static long now() { return System.currentTimeMillis(); }
        public Main(int n) {}
        static class Inner { int one() { return 1; } }
        static class Lower extends Inner {}
      }
      class Helper { static double scale(int n) { return Deep.factor() * n; } }
      class Deep { static double factor() { return 2; } }
      """;

  @TempDir
  private Path scratch;

  private Path classes;

  @BeforeEach
  void compile() throws Exception {
    classes = Built.classes(scratch.resolve("now"), PROGRAM);
  }

  @Test
  void identity_whenMethodIsThere_printsWhatItIsMadeOfAndRunsNothing() {
    Ran ran = Ran.command("identity", "app.Main::train(int)", "--classpath", classes);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines())
        .anyMatch(line -> line.matches("function +app\\.Main\\.train"))
        .anyMatch(line -> line.matches("hash +[0-9a-f]{64}"))
        .anyMatch(line -> line.matches("part +[0-9a-f]{12} +method +app\\.Helper\\.scale\\(int\\)"))
        .anyMatch(line -> line.matches("part +[0-9a-f]{12} +method +app\\.Deep\\.factor\\(\\)"))
        .anyMatch(line -> line.matches("part +[0-9a-f]{12} +platform +Java [0-9]+"));
  }

  @Test
  void identity_whenCodeHasHolesAndImpurities_namesThemWithTheirPath() {
    Ran hole = Ran.command("identity", "app.Main::load", "-cp", classes);
    assertThat(hole.out())
        .contains("hole       reflection: java.lang.Class.forName(String)  app.Main.load");
    Ran impurity = Ran.command("identity", "app.Main::now", "-cp", classes);
    assertThat(impurity.out())
        .contains("impurity   clock: java.lang.System.currentTimeMillis()  app.Main.now");
  }

  @Test
  void identity_whenJson_hasFixedFields() throws Exception {
    Ran ran = Ran.command("identity", "app.Main::train(int)", "-cp", classes, "--json");
    assertThat(fields(ran.out()))
        .startsWith(
            "function", "qualifiedFunction", "hash", "parts", "kind", "name", "hash", "uses")
        .endsWith("dependencies", "holes", "impurities");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.Main::train(int)",
        "app.Main::train(int, String)",
        "app.Main::train(int,java.lang.String)",
        "app.Main::train(List)",
        "app.Main::new",
        "app.Main.Inner::one",
        "app.Main$Inner::one()",
        "app.Main.Lower::one"
      })
  void identity_whenMethodIsWrittenClearly_findsIt(String method) {
    assertThat(Ran.command("identity", method, "-cp", classes).code()).isZero();
  }

  @Test
  void identity_whenSeveralMethodsFit_saysWhich() {
    Ran ran = Ran.command("identity", "app.Main::train", "-cp", classes);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo("cashet: app.Main::train is more than one method; say which: train(int) or"
            + " train(int,java.lang.String) or train(java.util.List)\n");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void identity_whenNotFound_saysWhatIsThere() {
    assertThat(Ran.command("identity", "app.Main::trai", "-cp", classes))
        .isEqualTo(new Ran(1, "", "cashet: class app.Main has no method trai\n"));
    assertThat(Ran.command("identity", "app.Main::new(long)", "-cp", classes))
        .isEqualTo(
            new Ran(1, "", "cashet: class app.Main has no method new(long); there is new(int)\n"));
    assertThat(Ran.command("identity", "app.Man::train", "-cp", classes))
        .isEqualTo(new Ran(1, "", "cashet: there is no class app.Man on the class path\n"));
    assertThat(Ran.command("identity", "app.Main::train", "-cp", "no/such").err())
        .isEqualTo("cashet: class path: there is no " + Path.of("no/such") + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.Main", "::train", "app.Main::", "app.Main::train(int"})
  void identity_whenNotAMethodsName_isAMistakeOfUse(String method) {
    Ran ran = Ran.command("identity", method, "-cp", classes);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("'" + method + "' names no method");
  }

  @Test
  void compare_whenAHelpersHelperChanged_saysWhichAndByWhichPath() throws Exception {
    Path later = Built.classes(
        scratch.resolve("later"),
        PROGRAM.replace(
            "train(java.util.List<String> names) { return 2",
            "train(java.util.List<String> names) { return 3"));
    Path changed = Built.classes(
        scratch.resolve("changed"), PROGRAM.replace("factor() { return 2", "factor() { return 3"));
    Ran same = Ran.command("identity", "app.Main::train(int)", "-cp", classes, "--compare", later);
    assertThat(same.code()).isZero();
    assertThat(same.out().lines()).endsWith("equal");
    Ran other =
        Ran.command("identity", "app.Main::train(int)", "-cp", classes, "--compare", changed);
    assertThat(other.code()).isZero();
    assertThat(other.out().lines())
        .contains("different")
        .anyMatch(line ->
            line.matches("changed +method app\\.Deep\\.factor\\(\\) +[0-9a-f]{12} → [0-9a-f]{12}"))
        .endsWith("           by app.Main.train → app.Main.train(int) → app.Helper.scale(int) →"
            + " app.Deep.factor()");
    Ran json = Ran.command(
        "identity", "app.Main::train(int)", "-cp", classes, "--compare", changed, "--json");
    assertThat(json.out()).contains("\"equal\" : false");
    assertThat(fields(json.out()))
        .containsExactly(
            "function",
            "qualifiedFunction",
            "equal",
            "before",
            "after",
            "differences",
            "kind",
            "name",
            "before",
            "after",
            "path");
  }

  private static List<String> fields(String document) throws Exception {
    List<String> names = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(document)) {
      for (JsonToken each = json.nextToken(); each != null; each = json.nextToken()) {
        if (each == JsonToken.FIELD_NAME) {
          names.add(json.currentName());
        }
      }
    }
    return names;
  }
}
