package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.Findings;
import dev.cashet.store.Problem;
import dev.cashet.store.VerifyRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each object in the database against its digest and its checksum. One that fails is moved aside. */
final class ObjectCheck {
  private final SqliteDatabase database;
  private final VerifyRequest request;
  private final Findings findings;
  private final Quarantine quarantine;
  private long last = Long.MIN_VALUE;
  private long done;

  ObjectCheck(SqliteDatabase database, VerifyRequest request, Findings findings) {
    this.database = database;
    this.request = request;
    this.findings = findings;
    this.quarantine = new Quarantine(database.directory());
  }

  /** A row that is not what it should be. */
  private record Bad(long object, @Nullable Digest digest, byte[] bytes, String found) {}

  void run() {
    long total =
        database.read("count objects", 0L, session -> Counters.count(session, Counters.INLINE));
    while (true) {
      List<Bad> bad = new ArrayList<>();
      long before = done;
      database.read("check objects", 0, session -> page(session, bad));
      for (Bad row : bad) {
        findings.add(repair(row));
      }
      if (done == before) {
        return;
      }
      request.progress().checked("objects", done, Math.max(done, total));
    }
  }

  private int page(Session session, List<Bad> bad) throws SQLException {
    PreparedStatement select =
        session.prepare("SELECT object, digest64, digest, crc, bytes FROM objects"
            + " WHERE object > ? ORDER BY object LIMIT " + DatabaseCheck.PAGE);
    select.setLong(1, last);
    int rows = 0;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows++;
        last = row.getLong(1);
        check(row, bad);
      }
    }
    done += rows;
    return rows;
  }

  private void check(ResultSet row, List<Bad> bad) throws SQLException {
    Digest digest = ObjectRows.digest(row.getBytes(3));
    byte[] bytes = row.getBytes(5);
    findings.blob(bytes == null ? 0 : bytes.length);
    if (digest == null || bytes == null) {
      byte[] rest = bytes == null ? new byte[0] : bytes;
      bad.add(new Bad(row.getLong(1), digest, rest, "its row has no digest or no bytes"));
    } else if (!Digest.sha256(bytes).equals(digest)) {
      String found = "its " + bytes.length + " bytes in the database have another digest";
      bad.add(new Bad(row.getLong(1), digest, bytes, found));
    } else if (ObjectRows.crc(bytes) != row.getLong(4) || Keys.prefix(digest) != row.getLong(2)) {
      bad.add(new Bad(row.getLong(1), digest, bytes, ""));
    }
  }

  private Problem repair(Bad bad) {
    String name = bad.digest() == null ? "object " + bad.object() : bad.digest().hex();
    if (bad.found().isEmpty()) {
      Problem problem =
          new Problem(Problem.Kind.INDEX, name, "its checksum or index does not fit its bytes");
      return request.repair() ? mend(bad, problem) : problem;
    }
    Problem problem = new Problem(Problem.Kind.BLOB, name, bad.found());
    if (!request.repair()) {
      return problem;
    }
    String kept = quarantine.keep("object-" + name.replace(' ', '-'), bad.bytes());
    database.write("remove a damaged object", session -> {
      session.outdates();
      PreparedStatement delete = session.prepare("DELETE FROM objects WHERE object = ?");
      delete.setLong(1, bad.object());
      delete.executeUpdate();
      Counters.add(session, Counters.INLINE, -1);
      return Counters.add(session, Counters.INLINE_BYTES, -bad.bytes().length);
    });
    return problem.done("moved to " + kept);
  }

  private Problem mend(Bad bad, Problem problem) {
    Digest digest = java.util.Objects.requireNonNull(bad.digest());
    database.write("mend an object's row", session -> {
      PreparedStatement update =
          session.prepare("UPDATE objects SET crc = ?, digest64 = ? WHERE object = ?");
      update.setLong(1, ObjectRows.crc(bad.bytes()));
      update.setLong(2, Keys.prefix(digest));
      update.setLong(3, bad.object());
      return update.executeUpdate();
    });
    return problem.done("made both again from the bytes, whose digest is right");
  }
}
