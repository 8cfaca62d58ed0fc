package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Puts a commit's row right, within a transaction. */
final class CommitRepair {
  private final Quarantine quarantine;

  CommitRepair(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  CommitFault repair(Session session, CommitFault fault) throws SQLException {
    session.outdates();
    Commit commit = fault.commit();
    if (commit == null) {
      return fault.done("moved to " + moveAside(session, fault.seq()));
    }
    if (fault.marks() >= 0) {
      mark(session, fault.seq(), fault.marks());
      return fault.done(
          switch (fault.problem().kind()) {
            case RESULT -> "marked as lost; submitting the call again computes it anew";
            case FUNCTION -> "marked as lost; the next run of the function records it again";
            default -> "took the mark away";
          });
    }
    rewrite(session, fault.seq(), Objects.requireNonNull(fault.id()), commit);
    return fault.done("made again from the commit's content");
  }

  private String moveAside(Session session, long seq) throws SQLException {
    PreparedStatement select = session.prepare(
        "SELECT coalesce(id, x''), coalesce(content, x''), kind FROM commits" + " WHERE seq = ?");
    select.setLong(1, seq);
    String kept = "nowhere";
    int kind = 0;
    try (ResultSet row = select.executeQuery()) {
      if (row.next()) {
        String name = java.util.HexFormat.of().formatHex(row.getBytes(1));
        kept = quarantine.keep("commit-" + seq + "-" + name, row.getBytes(2));
        kind = row.getInt(3);
      }
    }
    for (String table : new String[] {"tags", "inputs", "commits"}) {
      PreparedStatement delete = session.prepare("DELETE FROM " + table + " WHERE seq = ?");
      delete.setLong(1, seq);
      delete.executeUpdate();
    }
    Counters.add(session, kind == CommitRows.FAILED ? Counters.FAILED : Counters.COMPLETED, -1);
    return kept;
  }

  private static void mark(Session session, long seq, int marks) throws SQLException {
    PreparedStatement update = session.prepare("UPDATE commits SET lost = ? WHERE seq = ?");
    update.setInt(1, marks);
    update.setLong(2, seq);
    update.executeUpdate();
  }

  private static void rewrite(Session session, long seq, CommitId id, Commit commit)
      throws SQLException {
    Derived derived = Derived.of(id, commit);
    PreparedStatement update = session.prepare(
        "UPDATE commits SET key64 = ?, id64 = ?, output64 = ?, record64 = ?, function = ?,"
            + " kind = ?, completed_at = ?, expires_at = ?, took = ?, size = ?,"
            + " used_at = max(used_at, completed_at) WHERE seq = ?");
    derived.set(update, FunctionRows.repaired(session, commit.call().name()));
    update.setLong(9, derived.took());
    update.setLong(10, derived.size());
    update.setLong(11, seq);
    update.executeUpdate();
    HangingRows.replace(session, seq, commit);
  }
}
