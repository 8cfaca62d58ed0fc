package dev.cashet.cli;

import java.util.Locale;

/** How what people read is laid out: headings, and fields in two columns. */
final class Layout {
  static final String ELLIPSIS = "…";

  private static final int COLUMN = 11;

  private Layout() {}

  /** A word that begins a part of the page; what follows it stands on the same line. */
  static String heading(Output output, String word) {
    return Colors.strong(output, word) + " ".repeat(Math.max(1, COLUMN - word.length()));
  }

  /** A name and what it is. */
  static void field(Output output, String name, String value) {
    String padded = String.format(Locale.ROOT, "%-" + COLUMN + "s", name);
    output.line(Colors.faint(output, padded) + value);
  }
}
