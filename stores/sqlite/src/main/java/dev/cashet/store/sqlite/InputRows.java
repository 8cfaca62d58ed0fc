package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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
