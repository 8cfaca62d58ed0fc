package dev.cashet.canonical;

import org.jspecify.annotations.Nullable;

/** The text of values for people: bounded, readable, and never part of a key. */
public final class ArgumentText {
  /** The most bytes of UTF-8 that a text has. */
  public static final int MAX_BYTES = 4096;

  private ArgumentText() {}

  static String clip(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, characters) + "…";
  }

  /**
   * A value as text. Objects are shown by their fields; no {@code toString} of a user's class runs.
   *
   * @param value may be null
   */
  public static String of(@Nullable Object value) {
    return new TextPrinter(MAX_BYTES).print(value);
  }
}
