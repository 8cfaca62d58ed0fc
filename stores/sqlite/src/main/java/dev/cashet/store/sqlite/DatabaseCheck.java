package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.Findings;
import dev.cashet.store.Problem;
import dev.cashet.store.VerifyRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at everything in the database: its own structure, then each object and each commit, then what is derived from
 * them. Rows are read a page at a time, each page in a read of its own, so that memory stays flat and the log can be
 * emptied meanwhile; what is wrong on a page is put right in one transaction before the next page.
 */
final class DatabaseCheck {
  static final int PAGE = 1_000;

  private final SqliteDatabase database;
  private final VerifyRequest request;
  private final Findings findings;
  private final Predicate<Digest> elsewhere;

  DatabaseCheck(
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
    if (request.repair()) {
      // Brings an earlier format to this one, whose rows are then compared in full.
      database.write("repair the store", session -> true);
    }
    structure();
    new ObjectCheck(database, request, findings).run();
    new CommitCheck(database, request, findings, elsewhere).run();
    new DerivedCheck(database, request, findings).run();
  }

  /** SQLite's own check: pages, and that each index has the rows of its table. */
  private void structure() {
    List<String> faults = database.read("check the database", List.of(), DatabaseCheck::faults);
    if (faults.isEmpty()) {
      return;
    }
    List<String> left = faults;
    if (request.repair()) {
      left = database.alone("rebuild the indexes", session -> {
        session.execute("REINDEX");
        return faults(session);
      });
    }
    for (String fault : faults) {
      Problem problem = new Problem(Problem.Kind.DATABASE, database.file().toString(), fault);
      findings.add(
          request.repair() && left.isEmpty() ? problem.done("rebuilt the indexes") : problem);
    }
  }

  static List<String> faults(Session session) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (java.sql.Statement statement = session.statement();
        ResultSet row = statement.executeQuery("PRAGMA main.integrity_check(100)")) {
      while (row.next()) {
        if (!row.getString(1).equals("ok")) {
          faults.add(row.getString(1));
        }
      }
    }
    return faults;
  }
}
