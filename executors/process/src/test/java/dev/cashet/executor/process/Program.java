package dev.cashet.executor.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Programs of users in JVMs of their own, whose tasks run in further JVMs. */
final class Program {
  private static final long PATIENCE_SECONDS = 120;

  private Program() {}

  /** What a program needs to use cashet, as a class path or a module path. */
  static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && Files.exists(Path.of(entry)))
        .filter(entry -> !entry.contains("test-classes") && !entry.contains("tck"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static List<String> command(String tool, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Compiles sources into a directory. */
  static Path compile(Path folder, Path classes, String pathOption) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(pathOption, libraries(), "-proc:none", "-d", classes.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toString)
          .forEach(arguments::add);
    }
    int code = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("does not compile");
    }
    return classes;
  }

  static Process start(Path folder, String input, List<String> command) throws IOException {
    Path typed = Files.writeString(folder.resolve("input.txt"), input);
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectInput(typed.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile());
    List.of("CASHET_DIR", "CASHET_STORE", "JAVA_TOOL_OPTIONS", "CLASSPATH")
        .forEach(builder.environment()::remove);
    return builder.start();
  }

  /** Runs it to its end: what it said. */
  static String run(Path folder, String input, List<String> command) throws Exception {
    Process process = start(folder, input, command);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("does not end; it said:\n" + said(folder));
    }
    if (process.exitValue() != 0) {
      throw new AssertionError("ended with " + process.exitValue() + ":\n" + said(folder));
    }
    return said(folder);
  }

  static String said(Path folder) throws IOException {
    return Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
  }
}
