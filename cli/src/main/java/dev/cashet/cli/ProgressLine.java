package dev.cashet.cli;

/** One line on a terminal's standard error that says how far something is; nothing elsewhere. */
final class ProgressLine {
  private static final long EVERY_NANOS = 100_000_000L;

  private final Output output;
  private long shownAt = System.nanoTime() - EVERY_NANOS;
  private int length;

  ProgressLine(Output output) {
    this.output = output;
  }

  synchronized void show(String stage, long done, long total) {
    long now = System.nanoTime();
    if (!output.isTerminal() || output.isJson() || now - shownAt < EVERY_NANOS) {
      return;
    }
    shownAt = now;
    String text = stage + " " + done + " of " + total;
    output.err().print("\r" + text + " ".repeat(Math.max(0, length - text.length())));
    output.err().flush();
    length = text.length();
  }

  synchronized void clear() {
    if (length > 0) {
      output.err().print("\r" + " ".repeat(length) + "\r");
      output.err().flush();
    }
  }
}
