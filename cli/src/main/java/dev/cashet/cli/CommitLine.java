package dev.cashet.cli;

import dev.cashet.model.Argument;
import dev.cashet.model.Commit;
import dev.cashet.store.Entry;
import java.util.stream.Collectors;

/** A commit on one line: hash, call, age, how long it took. */
final class CommitLine {
  private CommitLine() {}

  static String of(Output output, Entry entry, int columns) {
    Commit commit = entry.commit();
    String when = Times.ago(commit.run().completedAt());
    String failed = commit.outcome() instanceof Commit.Failed ? "failed" : "";
    int room = columns - 12 - 2 - 2 - when.length() - (failed.isEmpty() ? 0 : 2 + failed.length());
    return Colors.hash(output, entry.id().shortHex())
        + "  "
        + Text.fit(call(commit), Math.max(16, room))
        + (failed.isEmpty() ? "" : "  " + Colors.bad(output, failed))
        + "  "
        + Colors.faint(output, when);
  }

  /** The call as it would be written. */
  static String call(Commit commit) {
    return commit.call().name().shortName()
        + commit.arguments().stream()
            .map(Argument::text)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
