package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the rows of an earlier format lack, from what they have. */
final class Backfill {
  private Backfill() {}

  static void toFormat3(Session session) throws SQLException {
    PreparedStatement update =
        session.prepare("UPDATE commits SET took = ?, size = ?, used_at = ? WHERE seq = ?");
    try (ResultSet row = session
        .prepare("SELECT seq, id, content, completed_at FROM commits ORDER BY seq")
        .executeQuery()) {
      while (row.next()) {
        update.setLong(3, row.getLong(4));
        update.setLong(4, row.getLong(1));
        try {
          CommitId id = new CommitId(Digest.of(row.getBytes(2)));
          Derived derived = Derived.of(id, Commit.decode(id, row.getBytes(3)));
          update.setLong(1, derived.took());
          update.setLong(2, derived.size());
        } catch (MalformedRecordException | IllegalArgumentException e) {
          update.setLong(1, 0);
          update.setLong(2, 0);
        }
        update.executeUpdate();
      }
    }
    PreparedStatement insert =
        session.prepare("INSERT OR IGNORE INTO files(digest64, digest, stored) VALUES(?,?,?)");
    try (ResultSet row = session.prepare("SELECT digest, stored FROM files_2").executeQuery()) {
      while (row.next()) {
        Digest digest = ObjectRows.digest(row.getBytes(1));
        if (digest != null) {
          insert.setLong(1, Keys.prefix(digest));
          insert.setBytes(2, digest.toBytes());
          insert.setLong(3, row.getLong(2));
          insert.executeUpdate();
        }
      }
    }
    session.execute("DROP TABLE files_2");
  }
}
