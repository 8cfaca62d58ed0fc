package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.Claims.Grant;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which claims wait for which keys, as rows; a row counts for as long as its claim does. */
final class WaitRows {
  private WaitRows() {}

  /** The claims from that on the awaited key to one of the waiting ones; empty if there is no such way. */
  static List<SqliteClaims.Row> circle(
      Session session, List<Grant> waiting, Digest awaited, Predicate<SqliteClaims.Row> isValid)
      throws SQLException {
    Set<Long> tokens = new HashSet<>();
    waiting.forEach(grant -> tokens.add(grant.token()));
    // Each key with the claim that waits for it, but for the first.
    Map<Digest, SqliteClaims.Row> waiters = new HashMap<>();
    Set<Digest> seen = new HashSet<>(Set.of(awaited));
    Deque<Digest> unseen = new ArrayDeque<>(List.of(awaited));
    for (Digest key = unseen.poll(); key != null; key = unseen.poll()) {
      SqliteClaims.Row row = SqliteClaims.find(session, key);
      if (row == null || !isValid.test(row)) {
        continue;
      }
      if (tokens.contains(row.token())) {
        return way(row, waiters);
      }
      for (Digest next : awaitedBy(session, row.token())) {
        if (seen.add(next)) {
          waiters.put(next, row);
          unseen.add(next);
        }
      }
    }
    return List.of();
  }

  static void insert(Session session, List<Grant> waiting, Digest awaited) throws SQLException {
    // What owners that were killed have left.
    session.run("DELETE FROM waits WHERE token NOT IN (SELECT token FROM claims)");
    for (Grant grant : waiting) {
      PreparedStatement insert =
          session.prepare("INSERT OR IGNORE INTO waits(token, awaited) VALUES(?,?)");
      insert.setLong(1, grant.token());
      insert.setBytes(2, awaited.toBytes());
      insert.executeUpdate();
    }
  }

  static void delete(Session session, List<Grant> waiting, Digest awaited) throws SQLException {
    for (Grant grant : waiting) {
      PreparedStatement delete =
          session.prepare("DELETE FROM waits WHERE token = ? AND awaited = ?");
      delete.setLong(1, grant.token());
      delete.setBytes(2, awaited.toBytes());
      delete.executeUpdate();
    }
  }

  private static List<SqliteClaims.Row> way(
      SqliteClaims.Row last, Map<Digest, SqliteClaims.Row> waiters) {
    List<SqliteClaims.Row> way = new ArrayList<>();
    for (SqliteClaims.Row row = last;
        row != null;
        row = waiters.get(row.holder().fingerprint().digest())) {
      way.add(0, row);
    }
    return way;
  }

  private static List<Digest> awaitedBy(Session session, long token) throws SQLException {
    PreparedStatement select = session.prepare("SELECT awaited FROM waits WHERE token = ?");
    select.setLong(1, token);
    List<Digest> keys = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(Digest.of(row.getBytes(1)));
      }
    }
    return keys;
  }
}
