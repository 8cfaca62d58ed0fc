package dev.cashet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where commands print: results to standard output, words about them to standard error, both in UTF-8 whatever the
 * locale. The launcher says how wide the terminal is; without its word there is none.
 */
final class Output {
  private static final int DEFAULT_WIDTH = 100;

  private PrintStream rawOut;
  private PrintWriter out;
  private @Nullable Pager pager;
  private final PrintWriter err;
  private final int terminalWidth;
  private final Signs signs;
  private boolean color;
  private boolean json;

  Output(OutputStream out, OutputStream err, int terminalWidth) {
    this.rawOut = new PrintStream(out, false, StandardCharsets.UTF_8);
    this.out = new PrintWriter(rawOut, false, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
    this.terminalWidth = terminalWidth;
    this.signs = isTerminal() ? Signs.ofEnvironment() : Signs.unicode();
    this.color = isTerminal() && System.getenv("NO_COLOR") == null;
  }

  static Output standard() {
    return new Output(
        new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new FileOutputStream(FileDescriptor.err),
        Integer.getInteger("cashet.terminal", 0));
  }

  boolean isTerminal() {
    return terminalWidth > 0;
  }

  int width() {
    return isTerminal() ? terminalWidth : DEFAULT_WIDTH;
  }

  /** On a terminal, what is printed from now on goes through a pager. */
  void page() {
    if (!isTerminal() || pager != null) {
      return;
    }
    Pager started = Pager.start();
    if (started != null) {
      out.flush();
      pager = started;
      rawOut = new PrintStream(
          new java.io.BufferedOutputStream(started.input(), 1 << 16),
          false,
          StandardCharsets.UTF_8);
      out = new PrintWriter(rawOut, false, StandardCharsets.UTF_8);
    }
  }

  /** Everything is printed; a pager is waited for. */
  void close() {
    flush();
    if (pager != null) {
      rawOut.close();
      pager.end();
    }
  }

  /** What to draw lines with. */
  Signs signs() {
    return signs;
  }

  void setColor(ColorMode mode) {
    color = switch (mode) {
      case AUTO -> isTerminal() && System.getenv("NO_COLOR") == null;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  boolean hasColor() {
    return color;
  }

  void setJson(boolean json) {
    this.json = json;
  }

  boolean isJson() {
    return json;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** For bytes that must arrive unaltered; what was printed as text before comes first. */
  OutputStream bytes() {
    out.flush();
    return rawOut;
  }

  void line(String text) {
    out.println(signs == Signs.unicode() ? text : Text.ascii(text));
  }

  void complain(String message) {
    out.flush();
    err.println("cashet: " + message);
  }

  void flush() {
    out.flush();
    rawOut.flush();
    err.flush();
  }

  /** Whether nobody reads standard output any more. */
  boolean isBroken() {
    return out.checkError();
  }
}
