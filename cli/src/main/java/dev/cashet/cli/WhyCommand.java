package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.history.Change;
import dev.cashet.history.Why;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a run was made instead of a result served. */
@Command(
    name = "why",
    description = "Say why a commit's run was made: what changed since the nearest earlier one.",
    footer = {
      "",
      "Examples:",
      "  cashet why 3f2a            compared with the nearest earlier commit of the function",
      "  cashet why 3f2a 81c0       compared with commit 81c0",
      "  cashet why -v 3f2a         with the way to each changed part"
    })
final class WhyCommand extends StoreCommand {
  /** Changes that people are shown; JSON has all. */
  private static final int SHOWN = 12;

  @Parameters(
      index = "0",
      paramLabel = "HASH",
      description = "The commit's hash or its first 4 or more digits.")
  private String hash = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "The commit to compare with.")
  private @Nullable String other;

  @Option(
      names = {"-v", "--verbose"},
      description = "The way from the function to each changed part.")
  private boolean verbose;

  @Override
  boolean isLong() {
    return true;
  }

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    Why why = other == null ? cashet.why(hash) : cashet.why(hash, other);
    if (output.isJson()) {
      Json.print(output, json -> WhyJson.write(json, why));
      return 0;
    }
    output.line(
        Colors.bad(output, "miss") + "  " + Colors.strong(output, Text.oneLine(why.reason())));
    why.commit()
        .ifPresent(id -> output.line(
            Colors.faint(output, "      compared with ") + Colors.hash(output, id.shortHex())));
    int shown = verbose ? why.changes().size() : Math.min(SHOWN, why.changes().size());
    if (shown > 1 || verbose) {
      for (Change change : why.changes().subList(0, shown)) {
        print(output, change);
      }
    }
    if (shown < why.changes().size()) {
      output.line(Colors.faint(
          output, "      and " + (why.changes().size() - shown) + " more; --verbose has all"));
    }
    return 0;
  }

  private void print(Output output, Change change) {
    if (change.kind() == Change.Kind.RESULT) {
      return;
    }
    output.line("  " + Colors.faint(output, "•") + "   "
        + Text.fit(change.sentence(), Math.max(20, output.width() - 6)));
    if (!verbose) {
      return;
    }
    if (!change.path().isEmpty()) {
      output.line(
          "      " + Colors.faint(output, "by ") + Text.oneLine(String.join(" → ", change.path())));
      output.line(
          "      " + Colors.faint(output, value(change.before()) + " → " + value(change.after())));
    }
  }

  private static String value(Optional<String> value) {
    return value.orElse("none");
  }
}
