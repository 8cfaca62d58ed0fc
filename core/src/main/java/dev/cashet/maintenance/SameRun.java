package dev.cashet.maintenance;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commits of one and the same run: tags that were given on a hit are in a commit of their own. */
final class SameRun {
  private SameRun() {}

  /** The commit, and those before it that describe the same run with fewer tags. */
  static List<CommitId> of(Entry entry, CommitStore commits) {
    List<CommitId> all = new ArrayList<>();
    Entry at = entry;
    all.add(at.id());
    for (Optional<Entry> before = before(at, commits);
        before.isPresent() && isSame(before.get().commit(), at.commit());
        before = before(at, commits)) {
      at = before.get();
      all.add(at.id());
    }
    return all;
  }

  private static Optional<Entry> before(Entry entry, CommitStore commits) {
    return entry.commit().lineage().parent().flatMap(commits::get);
  }

  private static boolean isSame(Commit before, Commit after) {
    return before.run().completedAt().plusNanos(1).equals(after.run().completedAt())
        && before.run().duration().equals(after.run().duration())
        && before.outcome().equals(after.outcome())
        && before.call().equals(after.call());
  }
}
