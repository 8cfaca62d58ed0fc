package dev.cashet.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a tool of the JDK that these tests run on, and reads what the user's program reports. */
final class Child {
  private static final Pattern REPORT = Pattern.compile("@([a-z]+ (?:ran|hit))");
  private static final int PATIENCE_SECONDS = 120;

  private Child() {}

  /** What a program needs to use cashet, as a class path or a module path. */
  static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && Files.exists(Path.of(entry)))
        .filter(entry -> !entry.contains("test-classes") && !entry.contains("tck"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The command that runs a program which does not live long. */
  static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Runs it to its end.
   *
   * @param folder where it works, and keeps what it writes
   * @param input what it reads from standard input
   * @param command the tool's name and its arguments
   * @return what it reported, one {@code NAME ran} or {@code NAME hit} for each line {@code @NAME ran}
   */
  static List<String> run(Path folder, String input, List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.set(0, Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
    try {
      Path typed = Files.writeString(folder.resolve("input.txt"), input);
      Path said = folder.resolve("output.txt");
      ProcessBuilder builder = new ProcessBuilder(words)
          .directory(folder.toFile())
          .redirectInput(typed.toFile())
          .redirectErrorStream(true)
          .redirectOutput(said.toFile());
      List.of("CASHET_DIR", "CASHET_STORE", "JAVA_TOOL_OPTIONS", "CLASSPATH")
          .forEach(builder.environment()::remove);
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("does not end; it said:\n" + Files.readString(said));
      }
      String output = Files.readString(said, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new AssertionError("ended with " + process.exitValue() + ":\n" + output);
      }
      List<String> reports =
          REPORT.matcher(output).results().map(found -> found.group(1)).toList();
      if (reports.isEmpty()) {
        throw new AssertionError("reported nothing; it said:\n" + output);
      }
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
