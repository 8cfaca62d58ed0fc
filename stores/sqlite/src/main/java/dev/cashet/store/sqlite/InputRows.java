package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The index from a result to the runs that used it; made from the commits, and can be made again. */
final class InputRows {
  private static final String INSERT = "INSERT OR IGNORE INTO inputs(blob64, seq) VALUES(?, ?)";

  private InputRows() {}

  static void insert(Session session, long seq, Commit commit) throws SQLException {
    for (Commit.Input input : commit.lineage().inputs()) {
      PreparedStatement insert = session.prepare(INSERT);
      insert.setLong(1, Keys.prefix(input.blob()));
      insert.setLong(2, seq);
      insert.executeUpdate();
    }
  }

  /** The commits that a result went into, newest first. */
  static List<Entry> users(Session session, Digest result, int limit) throws SQLException {
    PreparedStatement select = session.prepare("SELECT c.id, c.content FROM inputs i"
        + " JOIN commits c ON c.seq = i.seq WHERE i.blob64 = ?"
        + " ORDER BY i.seq DESC");
    select.setLong(1, Keys.prefix(result));
    List<Entry> users = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (users.size() < limit && row.next()) {
        Entry entry = CommitRows.entry(row.getBytes(1), row.getBytes(2));
        if (entry != null && uses(entry.commit(), result)) {
          users.add(entry);
        }
      }
    }
    return users;
  }

  private static boolean uses(Commit commit, Digest result) {
    return commit.lineage().inputs().stream().anyMatch(input -> input.blob().equals(result));
  }

  /** Reads every commit once; a damaged one has no inputs that could be vouched for. */
  static void backfill(Session session) throws SQLException {
    try (ResultSet row = session.prepare("SELECT seq, id, content FROM commits").executeQuery()) {
      while (row.next()) {
        try {
          CommitId id = new CommitId(Digest.of(row.getBytes(2)));
          insert(session, row.getLong(1), Commit.decode(id, row.getBytes(3)));
        } catch (MalformedRecordException | IllegalArgumentException e) {
          continue;
        }
      }
    }
  }
}
