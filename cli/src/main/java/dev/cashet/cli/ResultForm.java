package dev.cashet.cli;

import java.nio.file.Path;
import java.util.Locale;

/** What a result is written as. */
enum ResultForm {
  /** Text and bytes unaltered, anything else as JSON. */
  NATURAL,
  /** JSON, texts and bytes too. */
  JSON,
  /** A table (RFC 4180). */
  CSV,
  /** A text, and nothing else. */
  TEXT,
  /** Bytes, and nothing else. */
  BYTES;

  /** What the end of a file's name says. */
  static ResultForm of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".txt")) {
      return TEXT;
    }
    return name.endsWith(".bin") ? BYTES : NATURAL;
  }
}
