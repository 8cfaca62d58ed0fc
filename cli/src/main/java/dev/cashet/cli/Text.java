package dev.cashet.cli;

/** Text of the user's in places where it must keep to its line. */
final class Text {
  private Text() {}

  /** One line of at most so many columns; control characters are shown, not obeyed. */
  static String fit(String text, int columns) {
    String line = oneLine(text);
    if (width(line) <= columns) {
      return line;
    }
    int at = 0;
    int used = 0;
    while (at < line.length()) {
      int point = line.codePointAt(at);
      if (used + width(point) > columns - 1) {
        break;
      }
      used += width(point);
      at += Character.charCount(point);
    }
    return line.substring(0, at) + "…";
  }

  /** How many columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(Text::width).sum();
  }

  /** Marks take none; East Asian scripts and pictures take two (Unicode Standard Annex 11, the blocks that are wide). */
  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide = point >= 0x1100
        && (point <= 0x115f
            || point >= 0x2e80 && point <= 0xa4cf
            || point >= 0xac00 && point <= 0xd7a3
            || point >= 0xf900 && point <= 0xfaff
            || point >= 0xfe30 && point <= 0xfe6f
            || point >= 0xff00 && point <= 0xff60
            || point >= 0x1f300 && point <= 0x1f64f
            || point >= 0x1f680 && point <= 0x1f6ff
            || point >= 0x1f900 && point <= 0x1f9ff
            || point >= 0x20000 && point <= 0x3fffd);
    return wide ? 2 : 1;
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
