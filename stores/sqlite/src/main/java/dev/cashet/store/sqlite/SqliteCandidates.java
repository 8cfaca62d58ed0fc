package dev.cashet.store.sqlite;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Candidate;
import dev.cashet.store.Candidates;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commits in the order of an index, from where the last page ended; each page is a read of its own, so that no long
 * transaction keeps the log from being emptied. What it costs to compute again has no index: that order is made once, as
 * numbers alone.
 */
final class SqliteCandidates implements Candidates {
  private static final String COLUMNS = "SELECT c.seq, c.id, f.short, c.used_at, c.hits,"
      + " length(c.content), c.output64,"
      + " coalesce((SELECT length(o.bytes) FROM objects o WHERE o.digest64 = c.output64),"
      + " (SELECT x.stored FROM files x WHERE x.digest64 = c.output64), 0),"
      + " (SELECT count(*) FROM (SELECT 1 FROM commits s WHERE s.output64 = c.output64 LIMIT "
      + Candidate.Result.MANY
      + ")), c.expires_at"
      + " FROM commits c JOIN functions f ON f.function = c.function WHERE";
  // A claim whose owner has died holds no longer than its lease.
  private static final String FREE = " NOT EXISTS (SELECT 1 FROM pins p WHERE p.id = c.id)"
      + " AND NOT EXISTS (SELECT 1 FROM held h JOIN claims k ON k.token = h.token"
      + " WHERE h.blob64 = c.output64 AND k.until > ?)";

  private final SqliteDatabase database;
  private final InstantSource clock;
  private final Order order;
  private long @Nullable [] costly;
  private int position;
  private long lastTime = Long.MIN_VALUE;
  private long lastRow = Long.MIN_VALUE;

  SqliteCandidates(SqliteDatabase database, InstantSource clock, Order order) {
    this.database = database;
    this.clock = clock;
    this.order = order;
  }

  @Override
  public List<Candidate> next(int limit) {
    return database.read("list commits that may go", List.of(), session -> {
      if (order instanceof Order.CheapestToRecompute) {
        return costly(session, limit);
      }
      return order instanceof Order.Expired expired
          ? page(session, "c.expires_at", 10, limit, Optional.of(Keys.nanos(expired.now())))
          : page(session, "c.used_at", 4, limit, Optional.empty());
    });
  }

  private List<Candidate> page(
      Session session, String time, int timeColumn, int limit, Optional<Long> until)
      throws SQLException {
    PreparedStatement select = session.prepare(COLUMNS
        + " (" + time + ", c.seq) > (?, ?) AND"
        + (until.isPresent() ? " " + time + " <= ? AND" : "")
        + FREE
        + " ORDER BY " + time + ", c.seq LIMIT ?");
    int parameter = 1;
    select.setLong(parameter++, lastTime);
    select.setLong(parameter++, lastRow);
    if (until.isPresent()) {
      select.setLong(parameter++, until.get());
    }
    select.setLong(parameter++, Keys.nanos(clock.instant()));
    select.setLong(parameter, limit);
    List<Candidate> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        lastTime = row.getLong(timeColumn);
        lastRow = row.getLong(1);
        add(row, found);
      }
    }
    return found;
  }

  private List<Candidate> costly(Session session, int limit) throws SQLException {
    long[] rows = costly;
    if (rows == null) {
      rows = order(session);
      costly = rows;
    }
    PreparedStatement select = session.prepare(COLUMNS + " c.seq = ? AND" + FREE);
    List<Candidate> found = new ArrayList<>();
    while (found.size() < limit && position < rows.length) {
      select.setLong(1, rows[position++]);
      select.setLong(2, Keys.nanos(clock.instant()));
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          add(row, found);
        }
      }
    }
    return found;
  }

  /** What was used last comes last among equals; a row itself counts for half a kilobyte. */
  private static long[] order(Session session) throws SQLException {
    long[] rows = new long[1024];
    int count = 0;
    try (ResultSet row = session
        .prepare("SELECT seq FROM commits ORDER BY took * 1.0 / (size + 512), used_at, seq")
        .executeQuery()) {
      while (row.next()) {
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, 2 * count);
        }
        rows[count++] = row.getLong(1);
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static void add(ResultSet row, List<Candidate> found) throws SQLException {
    Digest id = ObjectRows.digest(row.getBytes(2));
    if (id != null) {
      Candidate.Result result = new Candidate.Result(row.getLong(7), row.getLong(8), row.getInt(9));
      found.add(new Candidate(
          new CommitId(id),
          row.getString(3),
          Keys.instant(row.getLong(4)),
          row.getLong(5),
          row.getLong(6) + ROW_BYTES,
          result));
    }
  }

  /** What the columns and index entries of a commit take besides its content, as measured. */
  private static final long ROW_BYTES = 300;
}
