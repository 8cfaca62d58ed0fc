package dev.cashet.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source file run as a user runs it: by the source launcher of this JDK, in a process of its own. */
final class Program {
  private final Path source;
  private final Path workingDirectory;

  Program(Path source, Path workingDirectory) {
    this.source = source;
    this.workingDirectory = workingDirectory;
  }

  /** What it printed; fails if it fails. */
  String run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(workingDirectory, "output", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(source.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(workingDirectory.toFile());
    builder.environment().remove("CASHET_DIR");
    builder.environment().remove("CASHET_STORE");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    int code = builder.start().waitFor();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    if (code != 0) {
      throw new AssertionError(source + " ended with " + code + ":\n" + text);
    }
    return text;
  }
}
