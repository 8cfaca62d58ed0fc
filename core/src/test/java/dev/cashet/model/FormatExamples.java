package dev.cashet.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The worked examples of docs/format: the hexadecimal block below a comment that names the example. */
final class FormatExamples {
  private FormatExamples() {}

  static byte[] bytes(String page, String example) {
    String digits = block(page, example).replaceAll("#.*", "").replaceAll("\\s", "");
    return HexFormat.of().parseHex(digits);
  }

  static String block(String page, String example) {
    String text = read(page);
    String mark = "<!-- example: " + example + " -->\n```\n";
    int start = text.indexOf(mark);
    if (start < 0) {
      throw new IllegalArgumentException(page + " has no example " + example);
    }
    start += mark.length();
    return text.substring(start, text.indexOf("```", start)).strip();
  }

  private static String read(String page) {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docs/format"))) {
      directory = directory.getParent();
    }
    try {
      return Files.readString(
          directory.resolve("docs/format").resolve(page), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
