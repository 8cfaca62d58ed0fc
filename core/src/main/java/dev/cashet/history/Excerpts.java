package dev.cashet.history;

import java.util.Optional;

/** The parts of two long texts where they begin to differ. */
final class Excerpts {
  private static final int SHOWN = 48;
  private static final int LEAD = 12;

  private Excerpts() {}

  static String values(Optional<String> before, Optional<String> after) {
    if (before.isEmpty()) {
      return " is new: " + cut(after.orElse(""), 0);
    }
    if (after.isEmpty()) {
      return " is gone: " + cut(before.get(), 0);
    }
    int same = commonStart(before.get(), after.get());
    int length = Math.max(before.get().length(), after.get().length());
    int from = length <= SHOWN ? 0 : Math.max(0, same - LEAD);
    return ": " + cut(before.get(), from) + " → " + cut(after.get(), from);
  }

  private static int commonStart(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String cut(String text, int from) {
    int start = Math.min(from, text.length());
    // Never between the halves of a surrogate pair.
    if (start > 0 && start < text.length() && Character.isLowSurrogate(text.charAt(start))) {
      start--;
    }
    int end = Math.min(text.length(), start + SHOWN);
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end++;
    }
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }
}
