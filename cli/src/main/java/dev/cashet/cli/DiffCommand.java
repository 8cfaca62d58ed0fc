package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.history.Change;
import dev.cashet.history.Diff;
import dev.cashet.history.OutputDiff;
import dev.cashet.history.TextDiff;
import dev.cashet.model.BlobRef;
import dev.cashet.store.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Two commits side by side. */
@Command(
    name = "diff",
    description = "Show how two commits differ: code, arguments, source and results.",
    footer = {"", "Example: cashet diff 3f2a 81c0"})
final class DiffCommand extends StoreCommand {
  /** Lines of source that are shown around a changed one. */
  private static final int CONTEXT = 3;

  @Parameters(index = "0", paramLabel = "A", description = "The first commit's hash or its start.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "The other's.")
  private String after = "";

  @Override
  boolean isLong() {
    return true;
  }

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    Diff diff = cashet.diff(before, after);
    if (output.isJson()) {
      Json.print(output, json -> DiffJson.write(json, diff));
      return 0;
    }
    line(output, "-", diff.before());
    line(output, "+", diff.after());
    key(output, diff.key());
    source(output, diff.source());
    result(output, diff);
    return 0;
  }

  private static void line(Output output, String sign, Entry entry) {
    output.line(
        signed(output, sign, sign) + " " + CommitLine.of(output, entry, output.width() - 2));
  }

  private static void key(Output output, List<Change> changes) {
    output.line("");
    if (changes.isEmpty()) {
      output.line(Layout.heading(output, "key") + Colors.faint(output, "the same"));
      return;
    }
    output.line(Layout.heading(output, "key"));
    for (Change change : changes) {
      output.line("  " + Text.oneLine(change.sentence()));
    }
  }

  private static void source(Output output, List<TextDiff.Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    output.line("");
    output.line(Layout.heading(output, "source"));
    SourceLines.print(output, lines, CONTEXT);
  }

  private static void result(Output output, Diff diff) {
    OutputDiff result = diff.output();
    output.line("");
    output.line(Layout.heading(output, "result")
        + switch (result.state()) {
          case EQUAL -> Colors.faint(output, "the same");
          case COMPARED -> result.changes().isEmpty() ? Colors.faint(output, "the same value") : "";
          case UNREAD -> Text.oneLine(result.note());
        });
    if (result.state() != OutputDiff.State.EQUAL) {
      size(output, "-", diff.before());
      size(output, "+", diff.after());
    }
    for (OutputDiff.ValueChange change : result.changes()) {
      output.line("  " + Colors.strong(output, Text.oneLine(change.path())));
      value(output, "-", change.before());
      value(output, "+", change.after());
    }
    if (!result.complete() && result.state() == OutputDiff.State.COMPARED) {
      output.line(Colors.faint(output, "  and more"));
    }
  }

  private static void size(Output output, String sign, Entry entry) {
    Optional<BlobRef> ref = entry.commit().output();
    ref.ifPresent(blob -> output.line("  "
        + signed(output, sign, sign + " " + blob.digest().shortHex())
        + "  "
        + Sizes.of(blob.sizeBytes())));
  }

  private static void value(Output output, String sign, Optional<String> value) {
    value.ifPresent(text -> output.line("    "
        + signed(output, sign, sign + " " + Text.fit(text, Math.max(20, output.width() - 6)))));
  }

  private static String signed(Output output, String sign, String text) {
    return sign.equals("-") ? Colors.bad(output, text) : Colors.good(output, text);
  }
}
