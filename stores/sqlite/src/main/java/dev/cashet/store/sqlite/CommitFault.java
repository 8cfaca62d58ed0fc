package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.store.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a commit's row, and what is needed to put it right.
 *
 * @param seq the row
 * @param id the commit, if its content is sound
 * @param commit its content, if that is sound
 * @param marks what the row should say is lost; negative if that is not the matter
 * @param problem what people are told
 */
record CommitFault(
    long seq, @Nullable CommitId id, @Nullable Commit commit, int marks, Problem problem) {
  /** Marks a row whose result is not in the store. */
  static final int RESULT_LOST = 1;

  /** Marks a row whose function record is not in the store. */
  static final int RECORD_LOST = 2;

  static CommitFault content(long seq, String name, String found) {
    return new CommitFault(seq, null, null, -1, new Problem(Problem.Kind.COMMIT, name, found));
  }

  static CommitFault row(long seq, CommitId id, Commit commit, String found) {
    return new CommitFault(seq, id, commit, -1, new Problem(Problem.Kind.INDEX, id.hex(), found));
  }

  static List<CommitFault> marks(long seq, CommitId id, Commit commit, int before, int now) {
    List<CommitFault> faults = new ArrayList<>();
    String output = commit.output().map(ref -> ref.digest().shortHex()).orElse("");
    if ((now & ~before & RESULT_LOST) != 0) {
      String found = "its result " + output + " is not in the store";
      faults.add(
          new CommitFault(seq, id, commit, now, new Problem(Problem.Kind.RESULT, id.hex(), found)));
    }
    if ((now & ~before & RECORD_LOST) != 0) {
      String found = "what is known of its function, "
          + commit.call().record().shortHex()
          + ", is not in the store";
      faults.add(new CommitFault(
          seq, id, commit, now, new Problem(Problem.Kind.FUNCTION, id.hex(), found)));
    }
    if ((before & ~now) != 0) {
      String found = "it is marked as lost, but what it names is there";
      faults.add(
          new CommitFault(seq, id, commit, now, new Problem(Problem.Kind.INDEX, id.hex(), found)));
    }
    return faults;
  }

  CommitFault done(String what) {
    return new CommitFault(seq, id, commit, marks, problem.done(what));
  }
}
