package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query of the history as SQL; every text of the user's goes in as a parameter. The rarest of its conditions says which
 * index is walked, newest first, and the others are asked of each commit that comes by; so a page costs what it shows, not
 * what the store holds.
 */
final class LogSql {
  /** Up to so many matches are counted to find the rarest condition. */
  private static final int PROBED = 2_000;

  /** More functions of one name than this are found by a walk through all commits. */
  private static final int MANY_FUNCTIONS = 64;

  /** An index to walk and the condition that it answers. */
  private record Walk(String from, String row, String condition, List<Object> values) {
    /** What has expired has an index of its own, in another order, which SQLite takes if that of time is hidden. */
    String time() {
      return (condition.contains("expires_at") ? "+" : "") + row + ".completed_at";
    }
  }

  private final LogQuery query;
  private final long now;
  private final List<Long> functions;
  private final List<Walk> walks = new ArrayList<>();

  private LogSql(LogQuery query, Instant now, List<Long> functions) {
    this.query = query;
    this.now = Keys.nanos(now);
    this.functions = functions;
  }

  static List<Entry> run(Session session, LogQuery query, Instant now) throws SQLException {
    List<Long> functions = query.function().isPresent()
        ? FunctionRows.named(session, query.function().get())
        : List.of();
    if (query.function().isPresent() && functions.isEmpty()
        || query.status().equals(Optional.of(Commit.Status.RUNNING))) {
      return List.of();
    }
    LogSql log = new LogSql(query, now, functions);
    log.collectWalks();
    return log.fetch(session, log.rarest(session));
  }

  private void collectWalks() {
    query
        .fingerprint()
        .ifPresent(key -> walk("commits c", "c", "c.key64 = ?", Keys.prefix(key.digest())));
    for (Map.Entry<String, Optional<String>> tag : query.tags().entrySet()) {
      String from = "tags t CROSS JOIN commits c ON c.seq = t.seq";
      if (tag.getValue().isPresent()) {
        String condition = "t.name = ? AND t.value = ?";
        walk(from, "t", condition, tag.getKey(), tag.getValue().get());
      } else {
        walk(from, "t", "t.name = ?", tag.getKey());
      }
    }
    if (!functions.isEmpty() && functions.size() <= MANY_FUNCTIONS) {
      walk("commits c", "c", "c.function = ?", functions.toArray());
    }
    if (query.status().equals(Optional.of(Commit.Status.FAILED))) {
      walk("commits c", "c", "c.kind = 2");
    } else if (query.status().equals(Optional.of(Commit.Status.EXPIRED))) {
      walk("commits c", "c", "c.kind < 2 AND c.expires_at <= ?", now);
    }
  }

  private void walk(String from, String row, String condition, Object... values) {
    walks.add(new Walk(from, row, condition, List.of(values)));
  }

  private Walk rarest(Session session) throws SQLException {
    Walk all = new Walk("commits c", "c", "1", List.of());
    if (walks.size() < 2) {
      return walks.isEmpty() ? all : walks.get(0);
    }
    Walk best = walks.get(0);
    long fewest = Long.MAX_VALUE;
    for (Walk walk : walks) {
      long matches = isFunction(walk) ? countFunctions(session) : count(session, walk);
      if (matches < fewest) {
        fewest = matches;
        best = walk;
      }
    }
    return best;
  }

  private static boolean isFunction(Walk walk) {
    return walk.condition().startsWith("c.function");
  }

  private long count(Session session, Walk walk) throws SQLException {
    String table = walk.row().equals("t") ? "tags t" : "commits c";
    return number(
        session,
        "SELECT count(*) FROM (SELECT 1 FROM " + table + " WHERE " + walk.condition() + " LIMIT "
            + PROBED + ")",
        walk.values());
  }

  private long countFunctions(Session session) throws SQLException {
    long sum = 0;
    for (Long function : functions) {
      sum += number(
          session,
          "SELECT count(*) FROM (SELECT 1 FROM commits WHERE function = ? LIMIT " + PROBED + ")",
          List.of(function));
    }
    return sum;
  }

  private static long number(Session session, String sql, List<Object> values) throws SQLException {
    PreparedStatement select = session.prepare(sql);
    set(select, values);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private List<Entry> fetch(Session session, Walk walk) throws SQLException {
    StringBuilder sql = new StringBuilder();
    List<Object> parameters = new ArrayList<>();
    List<List<Object>> branches = isFunction(walk)
        ? walk.values().stream().map(Collections::singletonList).toList()
        : List.of(walk.values());
    for (List<Object> values : branches) {
      sql.append(sql.isEmpty() ? "" : " UNION ALL ")
          .append("SELECT c.id, c.content, ")
          .append(walk.time() + " AS at, " + walk.row() + ".seq AS number FROM ")
          .append(walk.from())
          .append(" WHERE ")
          .append(walk.condition());
      parameters.addAll(values);
      restrict(walk, sql, parameters);
    }
    sql.append(" ORDER BY at DESC, number DESC");
    PreparedStatement select = session.prepare(sql.toString());
    set(select, parameters);
    List<Entry> entries = new ArrayList<>();
    int skip = query.window().skip();
    try (ResultSet row = select.executeQuery()) {
      while (entries.size() < query.limit() && row.next()) {
        Entry entry = CommitRows.entry(row.getBytes(1), row.getBytes(2));
        // The index knows 64 bits of the key, and a damaged row is passed over.
        if (entry != null && isOfKey(entry) && skip-- <= 0) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private boolean isOfKey(Entry entry) {
    return query
        .fingerprint()
        .map(key -> key.equals(entry.commit().call().fingerprint()))
        .orElse(true);
  }

  /** What the walk itself does not answer. */
  private void restrict(Walk walk, StringBuilder sql, List<Object> parameters) {
    if (!functions.isEmpty() && !isFunction(walk)) {
      // The plus keeps SQLite from walking another index than the one that was chosen.
      sql.append(" AND +c.function IN (SELECT function FROM functions")
          .append(" WHERE qualified = ? OR short = ? OR method = ?)");
      parameters.addAll(Collections.nCopies(3, query.function().orElseThrow()));
    }
    query.fingerprint().ifPresent(key -> {
      sql.append(" AND +c.key64 = ?");
      parameters.add(Keys.prefix(key.digest()));
    });
    String column = walk.condition().equals("1") ? " AND c." : " AND +c.";
    query.status().ifPresent(status -> restrict(status, column, sql, parameters));
    query.tags().entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(tag -> restrict(tag, sql, parameters));
    query.window().since().ifPresent(since -> {
      sql.append(" AND " + walk.row() + ".completed_at >= ?");
      parameters.add(Keys.nanos(since));
    });
    query.window().until().ifPresent(until -> {
      sql.append(" AND " + walk.row() + ".completed_at < ?");
      parameters.add(Keys.nanos(until));
    });
  }

  private void restrict(
      Commit.Status status, String column, StringBuilder sql, List<Object> parameters) {
    switch (status) {
      case COMPLETED -> {
        sql.append(column + "kind < 2 AND (c.expires_at IS NULL OR c.expires_at > ?)");
        parameters.add(now);
      }
      case EXPIRED -> {
        sql.append(column + "kind < 2 AND c.expires_at <= ?");
        parameters.add(now);
      }
      case FAILED -> sql.append(column + "kind = 2");
      case RUNNING -> sql.append(" AND 0");
    }
  }

  private static void restrict(
      Map.Entry<String, Optional<String>> tag, StringBuilder sql, List<Object> parameters) {
    sql.append(" AND EXISTS (SELECT 1 FROM tags x WHERE x.name = ?");
    parameters.add(tag.getKey());
    tag.getValue().ifPresent(value -> {
      sql.append(" AND x.value = ?");
      parameters.add(value);
    });
    sql.append(" AND x.completed_at = c.completed_at AND x.seq = c.seq)");
  }

  private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
