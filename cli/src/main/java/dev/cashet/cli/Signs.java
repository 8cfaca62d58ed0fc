package dev.cashet.cli;

import java.util.Locale;

/** The signs that lines are drawn with: beyond ASCII only where the terminal's encoding has them. */
record Signs(String tee, String corner, String bar, String bullet, String arrow, String ellipsis) {
  private static final Signs UNICODE = new Signs("├─ ", "└─ ", "│  ", "•", "→", "…");
  private static final Signs ASCII = new Signs("|- ", "`- ", "|  ", "*", "->", "...");

  static Signs unicode() {
    return UNICODE;
  }

  /** By the locale that the environment names; without one the encoding is UTF-8 as in pipes. */
  static Signs ofEnvironment() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = System.getenv(name);
      if (value != null && !value.isEmpty()) {
        String locale = value.toUpperCase(Locale.ROOT);
        return locale.contains("UTF-8") || locale.contains("UTF8") ? UNICODE : ASCII;
      }
    }
    return UNICODE;
  }
}
