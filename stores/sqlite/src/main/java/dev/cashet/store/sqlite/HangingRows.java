package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rows of tags and inputs that hang on a commit's row: whether they are those of its content, and making them so. */
final class HangingRows {
  private HangingRows() {}

  static boolean fit(Session session, long seq, Commit commit) throws SQLException {
    Map<String, String> tags = new HashMap<>();
    PreparedStatement select =
        session.prepare("SELECT name, value, completed_at FROM tags WHERE seq = ?");
    select.setLong(1, seq);
    long completedAt = Keys.nanos(commit.run().completedAt());
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (row.getLong(3) != completedAt || tags.put(row.getString(1), row.getString(2)) != null) {
          return false;
        }
      }
    }
    return tags.equals(commit.terms().tags().values())
        && inputs(session, seq).equals(inputs(commit));
  }

  static void replace(Session session, long seq, Commit commit) throws SQLException {
    for (String table : new String[] {"tags", "inputs"}) {
      PreparedStatement delete = session.prepare("DELETE FROM " + table + " WHERE seq = ?");
      delete.setLong(1, seq);
      delete.executeUpdate();
    }
    long completedAt = Keys.nanos(commit.run().completedAt());
    TagRows.insert(session, seq, completedAt, commit.terms().tags().values());
    InputRows.insert(session, seq, commit);
  }

  private static Set<Long> inputs(Session session, long seq) throws SQLException {
    Set<Long> inputs = new HashSet<>();
    PreparedStatement select = session.prepare("SELECT blob64 FROM inputs WHERE seq = ?");
    select.setLong(1, seq);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        inputs.add(row.getLong(1));
      }
    }
    return inputs;
  }

  private static Set<Long> inputs(Commit commit) {
    Set<Long> inputs = new HashSet<>();
    commit.lineage().inputs().forEach(input -> inputs.add(Keys.prefix(input.blob())));
    return inputs;
  }
}
