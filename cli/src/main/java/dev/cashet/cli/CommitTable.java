package dev.cashet.cli;

import dev.cashet.model.Argument;
import dev.cashet.model.Commit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Commits as a table that fits the terminal: the call takes what room the other columns leave. */
final class CommitTable {
  private static final int MIN_CALL_WIDTH = 16;
  private static final Clock CLOCK = Clock.systemUTC();

  private CommitTable() {}

  static void print(Output output, List<Commit> commits) {
    List<Row> rows = new ArrayList<>();
    for (Commit commit : commits) {
      rows.add(Row.of(commit));
    }
    int status = width(rows.stream().map(Row::status).toList());
    int when = width(rows.stream().map(Row::when).toList());
    int took = width(rows.stream().map(Row::took).toList());
    int size = width(rows.stream().map(Row::size).toList());
    int call = Math.max(MIN_CALL_WIDTH, output.width() - 12 - status - when - took - size - 10);
    for (Row row : rows) {
      output.line(Colors.hash(output, row.hash())
          + "  "
          + Colors.status(output, row.status())
          + " ".repeat(status - row.status().length())
          + "  "
          + right(row.when(), when)
          + "  "
          + right(row.took(), took)
          + "  "
          + right(row.size(), size)
          + "  "
          + Text.fit(row.call(), call));
    }
  }

  private record Row(
      String hash, String status, String when, String took, String size, String call) {
    static Row of(Commit commit) {
      String arguments =
          commit.arguments().stream().map(Argument::text).collect(Collectors.joining(", "));
      String tags = commit.terms().tags().values().entrySet().stream()
          .map(tag -> " " + tag.getKey() + "=" + tag.getValue())
          .collect(Collectors.joining());
      return new Row(
          commit.id().shortHex(),
          commit.statusAt(CLOCK.instant()).name().toLowerCase(Locale.ROOT),
          Times.ago(commit.run().completedAt()),
          Times.span(commit.run().duration()),
          commit.output().map(ref -> Sizes.of(ref.sizeBytes())).orElse("-"),
          commit.call().name().shortName() + "(" + arguments + ")" + tags);
    }
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String right(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
