package dev.cashet.executor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which people start programs, each with tasks in other processes. */
class ProgramTest {
  private static final String MAIN = """
      package app;
      import dev.cashet.*;
      import dev.cashet.executor.process.*;
      public final class Main {
        record Step(double size) { double half() { return size / 2; } }
        static double train(double size, double rate) { return Helper.twice(new Step(size).half()) * rate; }
        static double nested(double rate) {
          return Cashet.current().submit(Main::train, 8.0, rate).load();
        }
        static long pid() { return ProcessHandle.current().pid(); }
        static long forEver() throws Exception {
          System.out.println("@pid " + pid() + " " + ProcessHandle.current().parent().get().pid());
          while (true) Thread.onSpinWait();
        }
        public static void main(String[] arguments) {
          ProcessExecutor executor = ProcessExecutor.builder().workers(1)
              .jvmOptions("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1").build();
          try (Cashet cashet = Cashet.builder().executor(executor).build()) {
            if (arguments.length > 0) cashet.submit(Main::forEver);
            report("train", cashet.submit(Main::train, 4.0, 2.0));
            report("nested", cashet.submit(() -> nested(3)));
            report("inner", cashet.submit(Main::train, 8.0, 3.0));
            System.out.println("@elsewhere " + (cashet.submit(Main::pid).load() != pid()));
          }
        }
        static void report(String name, ResultRef<?> ref) {
          System.out.println("@" + name + " " + ref.load() + " " + ref.wasCached());
        }
      }
      """;
  private static final String HELPER = """
      final class Helper {
        static double twice(double x) { return 2 * x; }
      }
      """;
  private static final List<String> EXPECTED =
      List.of("@train 8.0 false", "@nested 24.0 false", "@inner 24.0 true", "@elsewhere true");

  private static final Pattern REPORT = Pattern.compile("(?m)@.*$");

  @TempDir
  private Path folder;

  private Path sources;

  @BeforeEach
  void makeRoom() throws Exception {
    sources = Files.createDirectories(folder.resolve("app"));
  }

  @Test
  void submit_fromASourceFile_sendsTheClassesFromMemory() throws Exception {
    Path file = Files.writeString(sources.resolve("Main.java"), MAIN + HELPER);
    assertThat(run(
            "",
            Program.command(
                "java", "-XX:TieredStopAtLevel=1", "-cp", Program.libraries(), file.toString())))
        .isEqualTo(EXPECTED);
  }

  @Test
  void submit_fromANamedModule_findsItsClasses() throws Exception {
    write();
    Files.writeString(
        sources.resolve("module-info.java"),
        "module user.app { requires dev.cashet; requires dev.cashet.executor.process; }");
    Path classes = Program.compile(sources, folder.resolve("classes"), "-p");
    String path = classes + File.pathSeparator + Program.libraries();
    assertThat(run(
            "",
            Program.command(
                "java", "-XX:TieredStopAtLevel=1", "-p", path, "-m", "user.app/app.Main")))
        .isEqualTo(EXPECTED);
  }

  @Test
  void submit_fromAShell_sendsDefinitionsAndVariablesAsTheyAreNow() throws Exception {
    String typed = """
        import dev.cashet.*;
        import dev.cashet.executor.process.*;
        int k = 5;
        record Step(double size) { double half() { return size / 2; } }
        double helper(Step s) { return s.half() * k; }
        var executor = ProcessExecutor.builder().workers(1).jvmOptions("-XX:+UseSerialGC").build();
        var cashet = Cashet.builder().executor(executor).build();
        void say(Object value) { System.out.println("@" + value); }
        say(cashet.submit(() -> helper(new Step(4))).load());
        k = 6;
        say(cashet.submit(() -> helper(new Step(4))).load());
        double helper(Step s) { return s.half() * k + 1; }
        say(cashet.submit(() -> helper(new Step(4))).load());
        say(cashet.submit(() -> Cashet.current().submit(() -> helper(new Step(4))).wasCached()).load());
        cashet.close();
        /exit
        """;
    assertThat(run(
            typed,
            Program.command(
                "jshell",
                "-s",
                "-J-XX:TieredStopAtLevel=1",
                "-R-XX:TieredStopAtLevel=1",
                "--class-path",
                Program.libraries())))
        .containsExactly("@10.0", "@12.0", "@13.0", "@true");
  }

  @Test
  void program_whenKilled_takesItsProcessesWithIt() throws Exception {
    write();
    Path classes = Program.compile(sources, folder.resolve("classes"), "-cp");
    String path = classes + File.pathSeparator + Program.libraries();
    Process program = Program.start(
        folder,
        "",
        Program.command("java", "-Djava.io.tmpdir=" + folder, "-cp", path, "app.Main", "for ever"));
    ProcessHandle child = ProcessHandle.of(Long.parseLong(waitForPid(program))).orElseThrow();

    program.destroyForcibly().waitFor();

    child.onExit().get(30, TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path1 -> path1.getFileName().toString()))
          .as("the executor's directory is removed")
          .containsExactlyInAnyOrder("app", "classes", "input.txt", "output.txt", ".cashet");
    }
  }

  private void write() throws Exception {
    Files.writeString(sources.resolve("Main.java"), MAIN);
    Files.writeString(sources.resolve("Helper.java"), "package app;\n" + HELPER);
  }

  private String waitForPid(Process program) throws Exception {
    while (program.isAlive()) {
      for (String line : Program.said(folder).split("\n")) {
        if (line.contains("@pid ") && line.strip().split(" ").length == 5) {
          return line.strip().split(" ")[3];
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError(Program.said(folder));
  }

  private List<String> run(String input, List<String> command) throws Exception {
    return REPORT
        .matcher(Program.run(folder, input, command))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
