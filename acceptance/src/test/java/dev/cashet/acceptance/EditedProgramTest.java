package dev.cashet.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of several files, edited between its runs: exactly the tasks run again whose code changed. */
class EditedProgramTest {
  private static final String MAIN = """
      package app;
      import dev.cashet.*;
      public class Main {
        public static void main(String[] args) {
          try (Cashet cashet = Cashet.open()) {
            print("near", cashet.submit(() -> Near.of(2)));
            print("far", cashet.submit(() -> Far.of(3)));
            print("apart", cashet.submit(() -> apart(4)));
          }
        }
        static int apart(int x) { return x + 1; }
        static void print(String name, ResultRef<Integer> ref) {
          System.out.print((ref.wasCached() ? "hit " : "ran ") + name + "=" + ref.load() + " ");
        }
      }
      """;

  private static final String NEAR = """
      package app;
      class Near { static int of(int x) { return x * 2; } static int also(int x) { return Deep.of(x) + 1; } }
      """;

  private static final String FAR = """
      package app;
      class Far { static int of(int x) { return Near.also(x) * 2; } }
      """;

  private static final String DEEP = """
      package app;
      class Deep { static int of(int x) { return x + 10; } }
      """;

  private static final String EDITED = DEEP.replace("+ 10", "+ 20");

  @TempDir
  private Path scratch;

  private Path home;
  private Launcher cashet;

  @BeforeEach
  void install() throws Exception {
    home = Files.createDirectory(scratch.resolve("home"));
    cashet = Launcher.in(scratch, home);
  }

  private String compiled(String deep) throws Exception {
    Path sources = Files.createDirectories(home.resolve("src/app"));
    Files.writeString(sources.resolve("Main.java"), MAIN, UTF_8);
    Files.writeString(sources.resolve("Near.java"), NEAR, UTF_8);
    Files.writeString(sources.resolve("Far.java"), FAR, UTF_8);
    Files.writeString(sources.resolve("Deep.java"), deep, UTF_8);
    Child.Ended ended = cashet.shell("jars=$(" + cashet.quoted() + " classpath)"
        + " && \"$JAVA_HOME/bin/javac\" -cp \"$jars\" -d classes src/app/*.java"
        + " && \"$JAVA_HOME/bin/java\" -cp \"classes:$jars\" app.Main");
    return ended.out().strip();
  }

  @Test
  void run_whenAHelpersHelperIsEditedAndTheEditUndone_runsJustWhatUsesItAndThenNothing()
      throws Exception {
    assertThat(compiled(DEEP)).isEqualTo("ran near=4 ran far=28 ran apart=5");
    assertThat(compiled(DEEP)).isEqualTo("hit near=4 hit far=28 hit apart=5");
    assertThat(compiled(EDITED)).isEqualTo("hit near=4 ran far=48 hit apart=5");
    assertThat(compiled(DEEP)).isEqualTo("hit near=4 hit far=28 hit apart=5");
  }

  @Test
  void run_whenTheClassesAreInOneLaunchedFile_isTheSame() throws Exception {
    assertThat(launched(DEEP)).isEqualTo("ran near=4 ran far=28 ran apart=5");
    assertThat(launched(EDITED)).isEqualTo("hit near=4 ran far=48 hit apart=5");
    assertThat(launched(DEEP)).isEqualTo("hit near=4 hit far=28 hit apart=5");
  }

  private String launched(String deep) throws Exception {
    String all = MAIN + NEAR + FAR + deep;
    String one = all.replace("package app;", "").replace("app.", "");
    Files.writeString(home.resolve("Main.java"), one, UTF_8);
    return cashet.run("run", "Main.java").out().strip();
  }
}
