package dev.cashet.store.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM that runs {@link BlobProgram}. */
final class Child implements AutoCloseable {
  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts it; what the JVM itself has to say on standard error is not kept.
   *
   * @param around the words of a command that runs the command given to it; may be none
   */
  static Child start(List<String> around, String option, String program, Path store, int count)
      throws IOException {
    List<String> command = new ArrayList<>(around);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", option));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BlobProgram.class.getName(), program, store.toString()));
    command.add(Integer.toString(count));
    ProcessBuilder builder = new ProcessBuilder(command);
    return new Child(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** All that it prints until it ends. */
  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The next line that it prints. */
  String line() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return String.valueOf(lines.readLine());
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
