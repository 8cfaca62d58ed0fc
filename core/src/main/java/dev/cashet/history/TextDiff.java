package dev.cashet.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two texts line by line: the longest common sequence of lines is kept, between a common start and a common end. Beyond a
 * size where that would take long, what lies between is shown as replaced.
 */
public final class TextDiff {
  /** The most pairs of lines that are compared. */
  private static final long MAX_PAIRS = 16_000_000;

  private TextDiff() {}

  /** What became of a line. */
  public enum Kind {
    /** It is in both. */
    SAME,
    /** It is in the first text alone. */
    REMOVED,
    /** It is in the second text alone. */
    ADDED
  }

  /**
   * One line.
   *
   * @param kind what became of it
   * @param text the line without its end
   */
  public record Line(Kind kind, String text) {}

  /** All lines of both texts in order; removed ones before the added ones that replace them. */
  public static List<Line> between(String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int head = 0;
    int shorter = Math.min(old.size(), now.size());
    while (head < shorter && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<Line> lines = new ArrayList<>();
    old.subList(0, head).forEach(line -> lines.add(new Line(Kind.SAME, line)));
    middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), lines);
    old.subList(old.size() - tail, old.size())
        .forEach(line -> lines.add(new Line(Kind.SAME, line)));
    return lines;
  }

  /** Whether anything was removed or added. */
  static boolean isChanged(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.kind() != Kind.SAME);
  }

  private static void middle(List<String> old, List<String> now, List<Line> lines) {
    if ((long) old.size() * now.size() > MAX_PAIRS) {
      old.forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
      now.forEach(line -> lines.add(new Line(Kind.ADDED, line)));
      return;
    }
    // common[i][j]: the longest common sequence of what follows line i and line j.
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] = old.get(i).equals(now.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line(Kind.SAME, old.get(i++)));
        j++;
      } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Kind.REMOVED, old.get(i++)));
      } else {
        lines.add(new Line(Kind.ADDED, now.get(j++)));
      }
    }
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\R", -1));
  }
}
