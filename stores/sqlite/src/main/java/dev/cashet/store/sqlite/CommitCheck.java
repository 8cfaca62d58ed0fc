package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.Findings;
import dev.cashet.store.VerifyRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Each commit against its name, its row against its content, and that what it names is there. A commit whose content fails
 * is moved aside; a row is made again from the content; a commit whose result is lost is marked, so that it is never
 * served and the next submission runs.
 */
final class CommitCheck {
  private static final int REMEMBERED = 4_096;

  private final SqliteDatabase database;
  private final VerifyRequest request;
  private final Findings findings;
  private final Predicate<Digest> elsewhere;
  private final Map<Digest, Boolean> records = new LinkedHashMap<>();
  private long last = Long.MIN_VALUE;
  private long done;

  CommitCheck(
      SqliteDatabase database,
      VerifyRequest request,
      Findings findings,
      Predicate<Digest> elsewhere) {
    this.database = database;
    this.request = request;
    this.findings = findings;
    this.elsewhere = elsewhere;
  }

  void run() {
    long total = database.read(
        "count commits",
        0L,
        session ->
            Counters.count(session, Counters.COMPLETED) + Counters.count(session, Counters.FAILED));
    while (true) {
      List<CommitFault> faults = new ArrayList<>();
      long before = done;
      database.read("check commits", 0, session -> page(session, faults));
      if (request.repair() && !faults.isEmpty()) {
        CommitRepair repair = new CommitRepair(new Quarantine(database.directory()));
        List<CommitFault> again = List.copyOf(faults);
        faults.clear();
        database.write("repair commits", session -> {
          for (CommitFault fault : again) {
            faults.add(repair.repair(session, fault));
          }
          return true;
        });
      }
      faults.forEach(fault -> findings.add(fault.problem()));
      if (done == before) {
        return;
      }
      request.progress().checked("commits", done, Math.max(done, total));
    }
  }

  private int page(Session session, List<CommitFault> faults) throws SQLException {
    PreparedStatement select = session.prepare("SELECT c.seq, c.id, c.content, c.lost, c.used_at, "
        + qualified(Derived.COLUMNS)
        + ", f.qualified, f.short FROM commits c LEFT JOIN functions f ON f.function = c.function"
        + " WHERE c.seq > ? ORDER BY c.seq LIMIT " + DatabaseCheck.PAGE);
    select.setLong(1, last);
    int rows = 0;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows++;
        last = row.getLong(1);
        findings.commit();
        check(session, row, faults);
      }
    }
    done += rows;
    return rows;
  }

  private void check(Session session, ResultSet row, List<CommitFault> faults) throws SQLException {
    long seq = row.getLong(1);
    byte[] content = row.getBytes(3);
    Digest name = ObjectRows.digest(row.getBytes(2));
    if (name == null || content == null) {
      faults.add(CommitFault.content(seq, "row " + seq, "its row has no name or no content"));
      return;
    }
    CommitId id = new CommitId(name);
    Commit commit;
    try {
      commit = Commit.decode(id, content);
    } catch (MalformedRecordException e) {
      faults.add(CommitFault.content(seq, id.hex(), String.valueOf(e.getMessage())));
      return;
    }
    if (Schema.version(session) < Schema.VERSION) {
      checkBlobs(session, commit, new Lost(seq, id, 0), faults);
      return;
    }
    boolean current = Derived.of(id, commit).equals(Derived.read(row, 6))
        && commit.call().name().qualifiedName().equals(row.getString(15))
        && commit.call().name().shortName().equals(row.getString(16));
    if (!current) {
      faults.add(CommitFault.row(seq, id, commit, "its row does not fit its content"));
    } else if (!HangingRows.fit(session, seq, commit)) {
      faults.add(CommitFault.row(seq, id, commit, "its tags or inputs are not found by it"));
    }
    checkBlobs(session, commit, new Lost(seq, id, row.getInt(4)), faults);
  }

  /** What is known of a row to be missing. */
  private record Lost(long seq, CommitId id, int marks) {}

  private void checkBlobs(Session session, Commit commit, Lost lost, List<CommitFault> faults)
      throws SQLException {
    int marks = 0;
    if (commit.output().isPresent() && !isThere(session, commit.output().get().digest())) {
      marks |= CommitFault.RESULT_LOST;
    }
    if (!hasRecord(session, commit.call().record())) {
      marks |= CommitFault.RECORD_LOST;
    }
    if (marks != lost.marks()) {
      CommitFault.marks(lost.seq(), lost.id(), commit, lost.marks(), marks).forEach(faults::add);
    }
  }

  private boolean hasRecord(Session session, Digest record) throws SQLException {
    Boolean known = records.get(record);
    if (known == null) {
      known = isThere(session, record);
      if (records.size() >= REMEMBERED) {
        records.clear();
      }
      records.put(record, known);
    }
    return Objects.requireNonNull(known);
  }

  private boolean isThere(Session session, Digest digest) throws SQLException {
    PreparedStatement select = session.prepare("SELECT digest FROM objects WHERE digest64 = ?");
    select.setLong(1, Keys.prefix(digest));
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (digest.equals(ObjectRows.digest(row.getBytes(1)))) {
          return true;
        }
      }
    }
    return elsewhere.test(digest);
  }

  private static String qualified(String columns) {
    return "c." + columns.replace(", ", ", c.");
  }
}
