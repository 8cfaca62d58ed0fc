package dev.cashet.cli;

import dev.cashet.history.TextDiff;
import java.util.List;

/** Changed lines with some of their neighbours. */
final class SourceLines {
  private SourceLines() {}

  static void print(Output output, List<TextDiff.Line> lines, int context) {
    boolean[] shown = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() != TextDiff.Kind.SAME) {
        for (int near = Math.max(0, i - context);
            near <= Math.min(lines.size() - 1, i + context);
            near++) {
          shown[near] = true;
        }
      }
    }
    boolean gap = false;
    for (int i = 0; i < lines.size(); i++) {
      if (shown[i]) {
        if (gap) {
          output.line(Colors.faint(output, "  " + Layout.ELLIPSIS));
        }
        output.line("  " + line(output, lines.get(i)));
      }
      gap = !shown[i];
    }
  }

  private static String line(Output output, TextDiff.Line line) {
    String text = Text.lines(line.text());
    return switch (line.kind()) {
      case SAME -> "  " + text;
      case REMOVED -> Colors.bad(output, "- " + text);
      case ADDED -> Colors.good(output, "+ " + text);
    };
  }
}
