package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query of the history as SQL; every text of the user's goes in as a parameter. */
final class LogSql {
  private final StringBuilder sql = new StringBuilder("SELECT c.id, c.content FROM commits c");
  private final List<Object> parameters = new ArrayList<>();
  private String glue = " WHERE ";

  private LogSql() {}

  static List<Entry> run(Session session, LogQuery query, Instant now) throws SQLException {
    LogSql select = new LogSql();
    select.restrict(query, now);
    select.sql.append(" ORDER BY c.completed_at DESC, c.seq DESC");
    if (query.fingerprint().isPresent()) {
      // The index knows 64 bits of the key, so the limit counts what passes the comparison with all
      // of it.
      return select.fetch(session).stream()
          .filter(entry ->
              entry.commit().call().fingerprint().equals(query.fingerprint().get()))
          .skip(query.window().skip())
          .limit(query.limit())
          .toList();
    }
    select.sql.append(" LIMIT ? OFFSET ?");
    select.parameters.add((long) query.limit());
    select.parameters.add((long) query.window().skip());
    return select.fetch(session);
  }

  private void restrict(LogQuery query, Instant now) {
    query
        .function()
        .ifPresent(name -> where(
            "c.function IN (SELECT function FROM functions"
                + " WHERE qualified = ? OR short = ? OR method = ?)",
            name,
            name,
            name));
    query.fingerprint().ifPresent(key -> where("c.key64 = ?", Keys.prefix(key.digest())));
    query.status().ifPresent(status -> restrict(status, Keys.nanos(now)));
    for (Map.Entry<String, Optional<String>> tag : query.tags().entrySet()) {
      String match = "c.seq IN (SELECT seq FROM tags WHERE name = ?";
      if (tag.getValue().isPresent()) {
        where(match + " AND value = ?)", tag.getKey(), tag.getValue().get());
      } else {
        where(match + ")", tag.getKey());
      }
    }
    query.window().since().ifPresent(since -> where("c.completed_at >= ?", Keys.nanos(since)));
    query.window().until().ifPresent(until -> where("c.completed_at < ?", Keys.nanos(until)));
  }

  private void restrict(Commit.Status status, long now) {
    switch (status) {
      case COMPLETED -> where("c.kind < 2 AND (c.expires_at IS NULL OR c.expires_at > ?)", now);
      case EXPIRED -> where("c.kind < 2 AND c.expires_at <= ?", now);
      case FAILED -> where("c.kind = 2");
      case RUNNING -> where("0");
    }
  }

  private void where(String condition, Object... values) {
    sql.append(glue).append(condition);
    glue = " AND ";
    parameters.addAll(List.of(values));
  }

  private List<Entry> fetch(Session session) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    PreparedStatement select = session.prepare(sql.toString());
    for (int i = 0; i < parameters.size(); i++) {
      select.setObject(i + 1, parameters.get(i));
    }
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Entry entry = CommitRows.entry(row.getBytes(1), row.getBytes(2));
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }
}
