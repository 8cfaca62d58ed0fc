package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.Claims;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Claims as rows, one per key. A row is void as soon as its owner's slot is free (the process has ended) or its lease has
 * lapsed (the process stands still); whoever asks next takes it over with a higher token.
 */
final class SqliteClaims implements Claims {
  private static final String COLUMNS = "scheme, key, token, slot, task, host, pid, since, until";

  private final SqliteDatabase database;
  private final InstantSource clock;
  private final Set<Grant> granted = ConcurrentHashMap.newKeySet();

  SqliteClaims(SqliteDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Acquire acquire(Fingerprint fingerprint, String task, Duration lease) {
    Acquire answer = database.writeSoon("claim " + fingerprint, session -> {
      Instant now = clock.instant();
      Row row = find(session, fingerprint.digest());
      if (row != null && isValid(row, now)) {
        return new Acquire.HeldBy(row.holder());
      }
      long token = Counters.add(session, Counters.TOKEN, 1);
      Holder holder =
          new Holder(fingerprint, task, Machine.NAME, Machine.PID, now, now.plus(lease));
      insert(session, new Row(holder, token, database.slot()));
      return new Acquire.Granted(new Grant(fingerprint, token));
    });
    if (answer instanceof Acquire.Granted success) {
      granted.add(success.grant());
    }
    return answer;
  }

  @Override
  public boolean renew(Grant grant, Duration lease) {
    return database.writeSoon("renew the claim on " + grant.fingerprint(), session -> {
      PreparedStatement update =
          session.prepare("UPDATE claims SET until = ? WHERE key = ? AND token = ? AND until > ?");
      Instant now = clock.instant();
      update.setLong(1, Keys.nanos(now.plus(lease)));
      update.setBytes(2, grant.fingerprint().digest().toBytes());
      update.setLong(3, grant.token());
      update.setLong(4, Keys.nanos(now));
      return update.executeUpdate() == 1;
    });
  }

  @Override
  public void release(Grant grant) {
    if (granted.remove(grant) && database.exists()) {
      database.writeSoon(
          "release the claim on " + grant.fingerprint(),
          session -> end(session, grant, Instant.EPOCH));
    }
  }

  @Override
  public List<Holder> startWait(List<Grant> waiting, Fingerprint awaited) {
    return database.writeSoon("note a wait for " + awaited, session -> {
      Instant now = clock.instant();
      List<Row> circle =
          WaitRows.circle(session, waiting, awaited.digest(), row -> isValid(row, now));
      if (circle.isEmpty()) {
        WaitRows.insert(session, waiting, awaited.digest());
      }
      return circle.stream().map(Row::holder).toList();
    });
  }

  @Override
  public void endWait(List<Grant> waiting, Fingerprint awaited) {
    if (database.exists()) {
      database.writeSoon("end a wait for " + awaited, session -> {
        WaitRows.delete(session, waiting, awaited.digest());
        return true;
      });
    }
  }

  @Override
  public Optional<Holder> holder(Fingerprint fingerprint) {
    return database.read(
        "look for the owner of " + fingerprint,
        Optional.empty(),
        session -> Optional.ofNullable(find(session, fingerprint.digest()))
            .filter(row -> isValid(row, clock.instant()))
            .map(Row::holder));
  }

  @Override
  public List<Holder> running() {
    List<Row> rows = database.read("list claims", List.of(), session -> rows(session, "", null));
    Instant now = clock.instant();
    return rows.stream().filter(row -> isValid(row, now)).map(Row::holder).toList();
  }

  /** Ends a claim within a transaction; false if it was lost to another owner, or had lapsed by then. */
  static boolean end(Session session, Grant grant, Instant now) throws SQLException {
    PreparedStatement delete =
        session.prepare("DELETE FROM claims WHERE key = ? AND token = ? AND until > ?");
    delete.setBytes(1, grant.fingerprint().digest().toBytes());
    delete.setLong(2, grant.token());
    delete.setLong(3, Keys.nanos(now));
    return delete.executeUpdate() == 1;
  }

  /** The claim has ended with its commit. */
  void forget(Grant grant) {
    granted.remove(grant);
  }

  /** Releases what was taken through this store and not given back. */
  void releaseAll() {
    granted.forEach(this::release);
  }

  private boolean isValid(Row row, Instant now) {
    return now.isBefore(row.holder().until()) && database.isAlive(row.slot());
  }

  static @Nullable Row find(Session session, Digest key) throws SQLException {
    List<Row> rows = rows(session, " WHERE key = ?", key);
    return rows.isEmpty() ? null : rows.get(0);
  }

  private static List<Row> rows(Session session, String where, @Nullable Digest key)
      throws SQLException {
    PreparedStatement select = session.prepare("SELECT " + COLUMNS + " FROM claims" + where);
    if (key != null) {
      select.setBytes(1, key.toBytes());
    }
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Fingerprint fingerprint = new Fingerprint(row.getInt(1), Digest.of(row.getBytes(2)));
        Instant since = Keys.instant(row.getLong(8));
        Instant until = Keys.instant(row.getLong(9));
        Holder holder = new Holder(
            fingerprint, row.getString(5), row.getString(6), row.getLong(7), since, until);
        rows.add(new Row(holder, row.getLong(3), row.getLong(4)));
      }
    }
    return rows;
  }

  private static void insert(Session session, Row row) throws SQLException {
    PreparedStatement insert =
        session.prepare("INSERT OR REPLACE INTO claims(" + COLUMNS + ") VALUES(?,?,?,?,?,?,?,?,?)");
    Holder holder = row.holder();
    insert.setInt(1, holder.fingerprint().scheme());
    insert.setBytes(2, holder.fingerprint().digest().toBytes());
    insert.setLong(3, row.token());
    insert.setLong(4, row.slot());
    insert.setString(5, holder.task());
    insert.setString(6, holder.host());
    insert.setLong(7, holder.pid());
    insert.setLong(8, Keys.nanos(holder.since()));
    insert.setLong(9, Keys.nanos(holder.until()));
    insert.executeUpdate();
  }

  /** A claim as it lies in the table. */
  record Row(Holder holder, long token, long slot) {}
}
