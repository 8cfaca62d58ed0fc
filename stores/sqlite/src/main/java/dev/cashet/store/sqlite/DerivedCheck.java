package dev.cashet.store.sqlite;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Findings;
import dev.cashet.store.Problem;
import dev.cashet.store.VerifyRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is derived from commits and objects as a whole: rows that hang on nothing, pins of nothing, counters. */
final class DerivedCheck {
  private static final Map<String, String> COUNTED = counted();

  private final SqliteDatabase database;
  private final VerifyRequest request;
  private final Findings findings;

  DerivedCheck(SqliteDatabase database, VerifyRequest request, Findings findings) {
    this.database = database;
    this.request = request;
    this.findings = findings;
  }

  void run() {
    List<Problem> problems = new ArrayList<>();
    if (request.repair()) {
      database.write("repair indexes and counters", session -> look(session, problems, true));
    } else {
      // One transaction: the sums must be of the moment of the counters.
      database.read("check indexes and counters", false, session -> {
        session.run("BEGIN");
        look(session, problems, false);
        session.run("COMMIT");
        return true;
      });
    }
    problems.forEach(findings::add);
  }

  private static boolean look(Session session, List<Problem> problems, boolean repair)
      throws SQLException {
    for (String table : new String[] {"tags", "inputs"}) {
      String loose = " FROM " + table + " WHERE NOT EXISTS"
          + " (SELECT 1 FROM commits c WHERE c.seq = " + table + ".seq)";
      long rows = number(session, "SELECT count(*)" + loose);
      if (rows > 0) {
        Problem problem =
            new Problem(Problem.Kind.INDEX, table, rows + " entries are of no commit");
        problems.add(delete(session, "DELETE" + loose, problem, repair));
      }
    }
    pins(session, problems, repair);
    counters(session, problems, repair);
    return true;
  }

  private static void pins(Session session, List<Problem> problems, boolean repair)
      throws SQLException {
    List<String> lost = new ArrayList<>();
    try (ResultSet row = session.prepare("SELECT pin, name, id FROM pins").executeQuery()) {
      while (row.next()) {
        Digest digest = ObjectRows.digest(row.getBytes(3));
        if (digest == null || !CommitRows.isThere(session, new CommitId(digest))) {
          lost.add(row.getLong(1) + " " + row.getString(2));
        }
      }
    }
    for (String pin : lost) {
      String number = pin.substring(0, pin.indexOf(' '));
      Problem problem = new Problem(
          Problem.Kind.PIN,
          pin.substring(pin.indexOf(' ') + 1),
          "the commit that it pins is not in the store");
      problems.add(delete(session, "DELETE FROM pins WHERE pin = " + number, problem, repair));
    }
  }

  private static Problem delete(Session session, String sql, Problem problem, boolean repair)
      throws SQLException {
    if (!repair) {
      return problem;
    }
    session.execute(sql);
    return problem.done("removed");
  }

  private static void counters(Session session, List<Problem> problems, boolean repair)
      throws SQLException {
    for (Map.Entry<String, String> counted : COUNTED.entrySet()) {
      long kept = Counters.count(session, counted.getKey());
      long right = number(session, counted.getValue());
      if (kept != right) {
        Problem problem = new Problem(
            Problem.Kind.COUNTER, counted.getKey(), "it is " + kept + ", counted are " + right);
        if (repair) {
          Counters.set(session, counted.getKey(), right);
          problem = problem.done("set to " + right);
        }
        problems.add(problem);
      }
    }
    long token = Counters.count(session, Counters.TOKEN);
    long highest = number(session, "SELECT coalesce(max(token), 0) FROM claims");
    if (token < highest) {
      Problem problem = new Problem(
          Problem.Kind.COUNTER,
          Counters.TOKEN,
          "it is " + token + ", but token " + highest + " was given");
      if (repair) {
        Counters.set(session, Counters.TOKEN, highest);
        problem = problem.done("set to " + highest);
      }
      problems.add(problem);
    }
  }

  private static Map<String, String> counted() {
    Map<String, String> counted = new LinkedHashMap<>();
    counted.put(Counters.COMPLETED, "SELECT count(*) FROM commits WHERE kind <> 2");
    counted.put(Counters.FAILED, "SELECT count(*) FROM commits WHERE kind = 2");
    counted.put(Counters.INLINE, "SELECT count(*) FROM objects");
    counted.put(Counters.INLINE_BYTES, "SELECT coalesce(sum(length(bytes)), 0) FROM objects");
    counted.put(Counters.FILES, "SELECT count(*) FROM files");
    counted.put(Counters.FILE_BYTES, "SELECT coalesce(sum(stored), 0) FROM files");
    return counted;
  }

  private static long number(Session session, String sql) throws SQLException {
    try (ResultSet row = session.prepare(sql).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
