package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Which blobs lie in files and how large they are there, so that counters need not walk a directory. */
final class FileRows {
  private FileRows() {}

  /** Whether there was one. */
  static boolean forget(Session session, Digest digest) throws SQLException {
    return forget(session, Keys.prefix(digest), digest);
  }

  /** The same for a row whose first column need not fit its digest. */
  static boolean forget(Session session, long digest64, Digest digest) throws SQLException {
    PreparedStatement delete =
        session.prepare("DELETE FROM files WHERE digest64 = ? AND digest = ? RETURNING stored");
    delete.setLong(1, digest64);
    delete.setBytes(2, digest.toBytes());
    try (ResultSet row = delete.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      Counters.add(session, Counters.FILES, -1);
      Counters.add(session, Counters.FILE_BYTES, -row.getLong(1));
      return true;
    }
  }

  static boolean isListed(Session session, Digest digest) throws SQLException {
    PreparedStatement find =
        session.prepare("SELECT 1 FROM files WHERE digest64 = ? AND digest = ?");
    find.setLong(1, Keys.prefix(digest));
    find.setBytes(2, digest.toBytes());
    try (ResultSet row = find.executeQuery()) {
      return row.next();
    }
  }

  static void note(Session session, BlobInfo file) throws SQLException {
    PreparedStatement find =
        session.prepare("SELECT stored FROM files WHERE digest64 = ? AND digest = ?");
    find.setLong(1, Keys.prefix(file.digest()));
    find.setBytes(2, file.digest().toBytes());
    long before = -1;
    try (ResultSet row = find.executeQuery()) {
      if (row.next()) {
        before = row.getLong(1);
      }
    }
    if (before == file.storedBytes()) {
      return;
    }
    PreparedStatement put =
        session.prepare("INSERT OR REPLACE INTO files(digest64, digest, stored) VALUES(?, ?, ?)");
    put.setLong(1, Keys.prefix(file.digest()));
    put.setBytes(2, file.digest().toBytes());
    put.setLong(3, file.storedBytes());
    put.executeUpdate();
    Counters.add(session, Counters.FILES, before < 0 ? 1 : 0);
    Counters.add(session, Counters.FILE_BYTES, file.storedBytes() - Math.max(before, 0));
  }
}
