package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.identity.FunctionKey;
import dev.cashet.model.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static @TempDir Path work;

  @Test
  void digest_whenAReachedLibraryChanges_differs() throws IOException {
    assertThat(withLibrary("return 1;", "Lib.one()").digest())
        .isNotEqualTo(withLibrary("return 2;", "Lib.one()").digest());
  }

  @Test
  void digest_whenALibraryOfALibraryChanges_differs() throws IOException {
    assertThat(withTwo("return 1;").digest()).isNotEqualTo(withTwo("return 2;").digest());
  }

  @Test
  void digest_whenALibraryIsNotReached_isTheSame() throws IOException {
    assertThat(withLibrary("return 1;", "3").digest())
        .isEqualTo(withLibrary("return 2;", "3").digest());
  }

  @Test
  void record_whenALibraryIsReached_listsIt() throws IOException {
    FunctionKey key = withLibrary("return 1;", "Lib.one()");
    List<Library> libraries = key.record().libraries();
    assertThat(libraries).hasSize(1);
    assertThat(libraries.get(0).name()).endsWith(".jar");
    assertThat(key.isUserClass("lib.Lib")).isFalse();
    assertThat(key.isUserClass("app.Main")).isTrue();
  }

  @Test
  void digest_whenAClassIsNamed_countsWholly() {
    String source =
        "package app; public class Main { static dev.cashet.Fn0<?> function() { return Main::run; }"
            + " static int run() { return 1; } }";
    assertThat(named(source, "return 1;")).isNotEqualTo(named(source, "return 2;"));
  }

  private static Object named(String main, String body) {
    String other = "package app; class Other { static int f() { " + body + " } }";
    Compiled compiled = Compiled.of(work, Map.of("Main.java", main, "Other.java", other));
    return compiled.key("app.Other").digest();
  }

  private static FunctionKey withLibrary(String body, String call) throws IOException {
    String lib = "package lib; public class Lib { public static int one() { " + body + " } }";
    Path jar = Compiled.of(work, Map.of("Lib.java", lib)).jar();
    return Compiled.of(work, List.of(jar), Map.of("Main.java", main(call))).key();
  }

  private static FunctionKey withTwo(String body) throws IOException {
    String below = "package low; public class Low { public static int one() { " + body + " } }";
    Path low = Compiled.of(work, Map.of("Low.java", below)).jar();
    String lib =
        "package lib; public class Lib { public static int one() { return low.Low.one(); } }";
    Path high = Compiled.of(work, List.of(low), Map.of("Lib.java", lib)).jar();
    return Compiled.of(work, List.of(high, low), Map.of("Main.java", main("Lib.one()")))
        .key();
  }

  private static String main(String call) {
    return "package app; import lib.*; public class Main {"
        + " static dev.cashet.Fn0<?> function() { return Main::run; }"
        + " static int run() { return " + call + "; } }";
  }
}
