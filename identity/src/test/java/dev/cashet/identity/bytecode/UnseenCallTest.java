package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code and annotations that no instruction of the function names: others call default methods, reflection reads. */
class UnseenCallTest {
  private static final String HEAD = """
      package app;
      import dev.cashet.Fn0;
      import java.lang.annotation.*;
      import java.util.*;
      import java.util.function.*;
      interface Twice extends Fn0<Object> {
        int once();
        default Object call() { return once() + "twice"; }
      }
      interface Plain extends Fn0<Object> {
        default Object other() { return "twice"; }
      }
      interface Turning extends Comparator<String> {
        default Comparator<String> reversed() { System.out.println("twice"); return this; }
      }
      enum Level { LOW("twice"); final String text; Level(String text) { this.text = text; } }
      @Retention(RetentionPolicy.RUNTIME) @interface Mark { Level level() default Level.LOW; String text() default ""; }
      class Marked {
        @Mark(text = "twice") static int field;
        Marked() {}
        private void parameter(@Mark(level = Level.LOW) int p) {}
      }
      class Main {
        static int number() { return 4; }
        static Object sort() {
          List<String> list = new ArrayList<>(List.of("a", "b"));
          list.sort(Collections.reverseOrder((Comparator<String> & Turning) (a, b) -> a.compareTo(b)));
          return list;
        }
      """;

  @TempDir
  private Path work;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Twice t = Main::number; return t;",
        "Twice t = () -> 4; return t;",
        "return () -> { Twice t = () -> 4; return Optional.of(t).map(Fn0::getClass); };",
        "return Main::sort;",
        "return () -> Optional.of((Comparator<String> & Turning) (a, b) -> 1).map(c -> 2);",
        "return () -> { System.out.println(Marked.class); return Marked.class.getDeclaredFields(); };",
        "return () -> { System.out.println(1); return new Marked(); };"
      })
  void digest_whenOnlyOthersReachTheEdit_differs(String body) {
    assertThat(digest(body, "thrice")).isNotEqualTo(digest(body, "twice"));
  }

  @Test
  void digest_whenNoOneOutsideKnowsTheDefaultMethod_isTheSame() {
    String body = "Plain p = Main::number; return p;";
    assertThat(digest(body, "thrice")).isEqualTo(digest(body, "twice"));
  }

  @Test
  void digest_whenAnEnumInAnAnnotationChanges_differs() {
    String body =
        "return () -> { System.out.println(1); return Marked.class.getDeclaredMethods(); };";
    String after = HEAD.replace("LOW(\"twice\")", "LOW(\"thrice\")");
    assertThat(of(after, body)).isNotEqualTo(of(HEAD, body));
  }

  private Digest digest(String body, String text) {
    return of(HEAD.replace("\"twice\"", '"' + text + '"'), body);
  }

  private Digest of(String head, String body) {
    String main = head + "  static Fn0<?> function() { " + body + " }\n}\n";
    return Compiled.of(work, Map.of("Main.java", main)).digest();
  }
}
