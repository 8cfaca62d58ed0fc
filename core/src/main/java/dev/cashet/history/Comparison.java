package dev.cashet.history;

import dev.cashet.codec.Serializers;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.codec.ValueTree;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.FunctionRecord;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Two commits side by side: keys, sources, results. */
final class Comparison {
  private final Store store;
  private final History history;

  Comparison(Store store, History history) {
    this.store = store;
    this.history = history;
  }

  Diff between(Entry before, Entry after) {
    CallKey old = history.key(before);
    CallKey now = history.key(after);
    return new Diff(
        before,
        after,
        Differences.between(old, now),
        source(old.function(), now.function()),
        output(before.commit(), after.commit()));
  }

  private static List<TextDiff.Line> source(
      Optional<FunctionRecord> before, Optional<FunctionRecord> after) {
    Optional<String> old = before.flatMap(FunctionRecord::source);
    Optional<String> now = after.flatMap(FunctionRecord::source);
    if (old.isEmpty() || now.isEmpty() || old.equals(now)) {
      return List.of();
    }
    return TextDiff.between(old.get(), now.get());
  }

  private OutputDiff output(Commit before, Commit after) {
    if (before.output().isEmpty() || after.output().isEmpty()) {
      return before.outcome().equals(after.outcome())
          ? new OutputDiff(OutputDiff.State.EQUAL, outcome(after), List.of(), true)
          : OutputDiff.unread(outcome(before) + " → " + outcome(after));
    }
    BlobRef old = before.output().get();
    BlobRef now = after.output().get();
    if (old.digest().equals(now.digest()) && old.codec().equals(now.codec())) {
      return new OutputDiff(OutputDiff.State.EQUAL, "", List.of(), true);
    }
    if (Math.max(old.sizeBytes(), now.sizeBytes()) > OutputDiff.MAX_BYTES) {
      return OutputDiff.unread("too large to compare");
    }
    for (BlobRef each : List.of(old, now)) {
      if (!each.codec().equals(Serializers.standard().id())) {
        return OutputDiff.unread("written by codec " + each.codec());
      }
    }
    try {
      return ValueDiff.between(read(old), read(now));
    } catch (BlobUnreadableException | UnreadableResultException | IOException e) {
      return OutputDiff.unread("cannot be read: " + e.getMessage());
    }
  }

  private static String outcome(Commit commit) {
    return commit.outcome() instanceof Commit.Failed failed
        ? "failed with " + failed.type() + ": " + failed.message()
        : "completed";
  }

  private ValueTree read(BlobRef ref) throws IOException {
    try (InputStream in = store.blobs().open(ref.digest())) {
      return ValueTree.read(in);
    }
  }
}
