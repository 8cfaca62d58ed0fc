package dev.cashet.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program through which a terminal shows what may be longer than it is high. */
final class Pager {
  private final Process process;

  private Pager(Process process) {
    this.process = process;
  }

  /** The words of {@code $CASHET_PAGER}, else of {@code $PAGER}, else {@code less}; null if that is {@code cat}, empty, or not to be had. */
  static @Nullable Pager start() {
    String command = System.getenv("CASHET_PAGER");
    command = command != null ? command : System.getenv("PAGER");
    command = command != null ? command : "less";
    if (command.isBlank() || command.equals("cat")) {
      return null;
    }
    ProcessBuilder builder = new ProcessBuilder(List.of(command.strip().split("\\s+")))
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
    // Quit if it fits the screen, pass colours on, leave the text on the screen.
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
    try {
      return new Pager(builder.start());
    } catch (IOException e) {
      return null;
    }
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /** Waits until the reader has seen enough. */
  void end() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
