package dev.cashet.cli;

/** Text of the user's in places where it must keep to its line. */
final class Text {
  private Text() {}

  /** One line of at most so many columns; control characters are shown, not obeyed. */
  static String fit(String text, int columns) {
    String line = oneLine(text);
    int points = line.codePointCount(0, line.length());
    if (points <= columns) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, Math.max(0, columns - 1))) + "…";
  }

  /** The same text with control characters written out. */
  static String oneLine(String text) {
    return shown(text, false);
  }

  /** The same with tabs as two spaces: for a line of code. */
  static String lines(String text) {
    return shown(text.replace("\t", "  "), false);
  }

  /** Text of several lines, in which control characters but line ends and tabs are written out. */
  static String block(String text) {
    return shown(text, true);
  }

  private static String shown(String text, boolean keepLines) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isUnsafe(c) || keepLines && (c == '\n' || c == '\t')) {
        if (out != null) {
          out.append(c);
        }
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text.substring(0, i));
      }
      out.append(
          switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(java.util.Locale.ROOT, "\\u%04x", (int) c);
          });
    }
    return out == null ? text : out.toString();
  }

  /** Controls, and the marks that turn the direction of what follows: what is shown must be what is there. */
  private static boolean isUnsafe(char c) {
    return Character.isISOControl(c)
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\u2028'
        || c == '\u2029';
  }

  /** The signs of the command line's own in ASCII; text of the user's stays. */
  static String ascii(String text) {
    return text.replace("…", "...").replace("→", "->").replace("µ", "u").replace("·", "-");
  }
}
