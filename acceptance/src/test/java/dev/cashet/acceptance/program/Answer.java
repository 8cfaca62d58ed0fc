package dev.cashet.acceptance.program;

import dev.cashet.ResultRef;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Values and results as one word of text, so that a test can compare them. */
public final class Answer {
  private static final int SHORT = 60;

  private Answer() {}

  /** A result: how it came, its commit, its blob, its value. */
  static String of(ResultRef<?> ref) {
    String how = ref.wasCached() ? "hit" : "ran";
    return how + " " + ref.commitHash() + " " + ref.hash() + " " + text(ref.load());
  }

  /** A value; a long one by its length and checksum. */
  public static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return checksum(bytes);
    }
    String text = String.valueOf(value);
    return text.length() <= SHORT
        ? text.replace(' ', '_')
        : checksum(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An error: its class and its message. */
  static String of(Throwable error) {
    return "error " + error.getClass().getSimpleName() + ": " + error.getMessage();
  }

  private static String checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return bytes.length + ":" + Long.toHexString(crc.getValue());
  }
}
