package dev.cashet.cli;

import java.util.Arrays;
import picocli.CommandLine;

/** Colours by meaning. */
final class Colors {
  private static final String RESET = "\u001b[0m";

  private Colors() {}

  static String hash(Output output, String text) {
    return paint(output, "33", text);
  }

  static String good(Output output, String text) {
    return paint(output, "32", text);
  }

  static String bad(Output output, String text) {
    return paint(output, "31", text);
  }

  static String faint(Output output, String text) {
    return paint(output, "2", text);
  }

  static String strong(Output output, String text) {
    return paint(output, "1", text);
  }

  static String status(Output output, String status) {
    return switch (status) {
      case "completed" -> good(output, status);
      case "failed" -> bad(output, status);
      default -> faint(output, status);
    };
  }

  /** Help is printed before options are applied, so the choice is looked up in the words themselves. */
  static CommandLine.Help.ColorScheme scheme(Output output, String... arguments) {
    boolean never = Arrays.asList(arguments).contains("--color=never") || !output.hasColor();
    return CommandLine.Help.defaultColorScheme(
        never ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.ON);
  }

  private static String paint(Output output, String code, String text) {
    return output.hasColor() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
