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
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isISOControl(c)) {
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
}
