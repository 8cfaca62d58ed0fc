package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./cashet run} as a user meets it. */
class LauncherTest {
  private static final String PROGRAM = """
      import dev.cashet.Cashet;
      import dev.cashet.ResultRef;

      public class Greeting {
        public static void main(String[] args) {
          String name = args.length > 0 ? args[0] : "world";
          try (Cashet cashet = Cashet.open()) {
            ResultRef<String> greeting = cashet.submit(() -> greet(name));
            System.out.println((greeting.wasCached() ? "hit " : "ran ") + greeting.load());
          }
          if (args.length > 1) {
            System.err.println("leaving");
            System.exit(Integer.parseInt(args[1]));
          }
        }

        static String greet(String name) {
          return "hello " + name;
        }
      }
      """;

  @TempDir
  private Path scratch;

  private Path home;
  private Launcher cashet;

  @BeforeEach
  void install() throws Exception {
    home = Files.createDirectory(scratch.resolve("my work"));
    cashet = Launcher.in(scratch, home);
    Files.writeString(home.resolve("Greeting.java"), PROGRAM, StandardCharsets.UTF_8);
  }

  @Test
  void run_whenRunAgain_hasTheResultWhateverTheFolder() throws Exception {
    assertThat(cashet.run("run", "Greeting.java"))
        .isEqualTo(new Child.Ended(0, "ran hello world\n", ""));
    assertThat(home.resolve(".cashet/meta.db")).isRegularFile();
    assertThat(cashet.run("run", "Greeting.java").out()).isEqualTo("hit hello world\n");

    Path elsewhere = Files.createDirectory(scratch.resolve("elsewhere"));
    Path script = scratch.resolve("a clone of cashet/cashet");
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), script);
    Child.Ended there = cashet.shell("cd '" + elsewhere + "' && '" + link + "' --dir '" + home
        + "/.cashet' run '" + home + "/Greeting.java'");
    assertThat(there).isEqualTo(new Child.Ended(0, "hit hello world\n", ""));
    assertThat(elsewhere.resolve(".cashet")).doesNotExist();
    Child.Ended variable = cashet.shell("CASHET_DIR='" + scratch + "/my store' " + cashet.quoted()
        + " run Greeting.java && test -f '" + scratch + "/my store/meta.db'");
    assertThat(variable).isEqualTo(new Child.Ended(0, "ran hello world\n", ""));
  }

  @Test
  void run_whenTheCodeChanges_runsAgain() throws Exception {
    assertThat(cashet.run("run", "Greeting.java").out()).startsWith("ran");
    String reworded = PROGRAM.replace("static String greet", "/** Greets. */ static String greet");
    Files.writeString(home.resolve("Greeting.java"), reworded, StandardCharsets.UTF_8);
    assertThat(cashet.run("run", "Greeting.java").out()).isEqualTo("hit hello world\n");
    String changed = PROGRAM.replace("hello ", "good day ");
    Files.writeString(home.resolve("Greeting.java"), changed, StandardCharsets.UTF_8);
    assertThat(cashet.run("run", "Greeting.java").out()).isEqualTo("ran good day world\n");
  }

  @Test
  void run_whenTheProgramEnds_passesArgumentsExitCodeAndErrorsOn() throws Exception {
    assertThat(cashet.run("run", "Greeting.java", "dear you", "7"))
        .isEqualTo(new Child.Ended(7, "ran hello dear you\n", "leaving\n"));
    assertThat(cashet.run("run", "Greeting.java", "--json").out()).isEqualTo("ran hello --json\n");
  }

  @Test
  void run_whenTheFileCannotBeRead_saysSoInOneLineAndCreatesNothing() throws Exception {
    requireOneLine(cashet.run("run", "Missing.java"), "Missing.java: there is no such file");
    requireOneLine(cashet.run("run", "."), "it is a directory");
    assertThat(home.resolve(".cashet")).doesNotExist();
  }

  @Test
  void classpath_whenGivenToJava_runsAProgram() throws Exception {
    Child.Ended ended = cashet.shell(
        "\"$JAVA_HOME/bin/java\" -cp \"$(" + cashet.quoted() + " classpath)\" Greeting.java");
    assertThat(ended.out()).isEqualTo("ran hello world\n");
    assertThat(cashet.run("run", "Greeting.java").out()).isEqualTo("hit hello world\n");
    assertThat(
            cashet.run("run", "--classpath", scratch + "/none", "Greeting.java").out())
        .isEqualTo("hit hello world\n");
    requireUsage(cashet.run("classpath", "surplus"));
    Child.Ended unknown = cashet.run("classpath", "--nonsense");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("--nonsense").doesNotContain("\tat ");
  }

  @Test
  void run_whenGivenTheQuickstart_isAllHitsTheSecondTime() throws Exception {
    String quickstart = Built.root().resolve("examples/Quickstart.java").toString();
    assertThat(cashet.run("run", quickstart).out()).contains("answer   ran", "gap is 6");
    assertThat(cashet.run("run", quickstart).out())
        .contains("primes   hit", "gaps     hit", "answer   hit", "gap is 6");
  }

  @Test
  void run_whenThereIsAnArchiveOfClasses_printsTheSameWhateverBecameOfIt() throws Exception {
    cashet.run("run", "Greeting.java");
    Child.Ended plain = cashet.run("log", "--json");
    Child.Ended made =
        cashet.shell("CASHET_ARCHIVE=now " + cashet.quoted() + " log --json --color never");
    assertThat(made).isEqualTo(plain);
    Path archives = scratch.resolve("a clone of cashet/cli/target/dist/archive");
    Path archive;
    try (var files = Files.list(archives)) {
      archive = files.toList().get(0);
    }
    assertThat(Files.size(archive)).isGreaterThan(1_000_000);
    String used = "CASHET_ARCHIVE= " + cashet.quoted() + " log --json";

    assertThat(cashet.shell(used)).as("used").isEqualTo(plain);
    Files.delete(archive);
    Files.write(archive, new byte[2_000_000]);
    assertThat(cashet.shell(used)).as("damaged").isEqualTo(plain);
    Files.write(archive, new byte[0]);
    assertThat(cashet.shell(used)).as("given up").isEqualTo(plain);
  }

  private static void requireOneLine(Child.Ended ended, String message) {
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("cashet: ").contains(message).hasLineCount(1);
  }

  private static void requireUsage(Child.Ended ended) {
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Usage:").doesNotContain("\tat ");
  }
}
