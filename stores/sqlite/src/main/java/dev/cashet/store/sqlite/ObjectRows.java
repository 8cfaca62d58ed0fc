package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Tier;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Small objects as rows, each with a CRC32C that is checked on every read. */
final class ObjectRows {
  private ObjectRows() {}

  /** Keeps an object; one that is there and sound is left alone, one that is damaged is replaced. */
  static void put(Session session, SmallObject object) throws SQLException {
    PreparedStatement find =
        session.prepare("SELECT object, digest, bytes, crc FROM objects WHERE digest64 = ?");
    find.setLong(1, Keys.prefix(object.digest()));
    try (ResultSet row = find.executeQuery()) {
      while (row.next()) {
        if (!object.digest().equals(digest(row.getBytes(2)))) {
          continue;
        }
        if (isSound(object.digest(), row.getLong(4), row.getBytes(3))) {
          return;
        }
        remove(session, row.getLong(1), row.getBytes(3).length);
      }
    }
    PreparedStatement insert =
        session.prepare("INSERT INTO objects(digest64, digest, crc, bytes) VALUES(?, ?, ?, ?)");
    insert.setLong(1, Keys.prefix(object.digest()));
    insert.setBytes(2, object.digest().toBytes());
    insert.setLong(3, crc(object.bytes()));
    insert.setBytes(4, object.bytes());
    insert.executeUpdate();
    Counters.add(session, Counters.INLINE, 1);
    Counters.add(session, Counters.INLINE_BYTES, object.bytes().length);
  }

  /** Someone has put the object and has yet to name it in a commit: it is not collected before, for a while at least. */
  static void hold(Session session, Digest digest, long now) throws SQLException {
    PreparedStatement update = session.prepare("UPDATE objects SET pending = pending + 1,"
        + " kept_at = ? WHERE digest64 = ? AND digest = ?");
    update.setLong(1, now);
    update.setLong(2, Keys.prefix(digest));
    update.setBytes(3, digest.toBytes());
    update.executeUpdate();
  }

  /** The commit that names the object is here. */
  static void settle(Session session, Digest digest) throws SQLException {
    PreparedStatement update = session.prepare("UPDATE objects SET pending = pending - 1"
        + " WHERE digest64 = ? AND digest = ? AND pending > 0");
    update.setLong(1, Keys.prefix(digest));
    update.setBytes(2, digest.toBytes());
    update.executeUpdate();
  }

  static boolean delete(Session session, Digest wanted) throws SQLException {
    PreparedStatement find =
        session.prepare("SELECT object, digest, length(bytes) FROM objects WHERE digest64 = ?");
    find.setLong(1, Keys.prefix(wanted));
    boolean found = false;
    try (ResultSet row = find.executeQuery()) {
      while (row.next()) {
        if (wanted.equals(digest(row.getBytes(2)))) {
          remove(session, row.getLong(1), row.getLong(3));
          found = true;
        }
      }
    }
    return found;
  }

  /**
   * The object's bytes.
   *
   * @throws BlobUnreadableException if they fail their check
   */
  static Optional<SmallObject> get(Session session, Digest wanted) throws SQLException {
    PreparedStatement find =
        session.prepare("SELECT digest, crc, bytes FROM objects WHERE digest64 = ?");
    find.setLong(1, Keys.prefix(wanted));
    try (ResultSet row = find.executeQuery()) {
      while (row.next()) {
        if (wanted.equals(digest(row.getBytes(1)))) {
          byte[] bytes = row.getBytes(3);
          if (!isSound(wanted, row.getLong(2), bytes)) {
            throw BlobUnreadableException.damaged(
                wanted,
                "its " + bytes.length + " bytes in the database are not what they were",
                null);
          }
          return Optional.of(SmallObject.known(wanted, bytes));
        }
      }
    }
    return Optional.empty();
  }

  static List<BlobInfo> list(Session session) throws SQLException {
    List<BlobInfo> all = new ArrayList<>();
    try (ResultSet row =
        session.prepare("SELECT digest, length(bytes) FROM objects").executeQuery()) {
      while (row.next()) {
        Digest digest = digest(row.getBytes(1));
        if (digest != null) {
          all.add(new BlobInfo(digest, row.getLong(2), row.getLong(2), Tier.INLINE));
        }
      }
    }
    return all;
  }

  /** The checksum finds what a disk does; only the digest finds the sound bytes of another object. */
  static boolean isSound(Digest digest, long crc, byte[] bytes) {
    return crc(bytes) == crc && Digest.sha256(bytes).equals(digest);
  }

  static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  static @Nullable Digest digest(byte @Nullable [] bytes) {
    return bytes != null && bytes.length == Digest.BYTES ? Digest.of(bytes) : null;
  }

  private static void remove(Session session, long object, long bytes) throws SQLException {
    session.outdates();
    PreparedStatement delete = session.prepare("DELETE FROM objects WHERE object = ?");
    delete.setLong(1, object);
    delete.executeUpdate();
    Counters.add(session, Counters.INLINE, -1);
    Counters.add(session, Counters.INLINE_BYTES, -bytes);
  }
}
