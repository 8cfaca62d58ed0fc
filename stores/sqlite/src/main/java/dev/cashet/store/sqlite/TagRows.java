package dev.cashet.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** The tags of commits, in the order of their completion, so that a page of them is found without sorting. */
final class TagRows {
  private TagRows() {}

  static void insert(Session session, long seq, long completedAt, Map<String, String> tags)
      throws SQLException {
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      PreparedStatement insert = session.prepare(
          "INSERT OR IGNORE INTO tags(name, value, completed_at, seq) VALUES(?,?,?,?)");
      insert.setString(1, tag.getKey());
      insert.setString(2, tag.getValue());
      insert.setLong(3, completedAt);
      insert.setLong(4, seq);
      insert.executeUpdate();
    }
  }
}
