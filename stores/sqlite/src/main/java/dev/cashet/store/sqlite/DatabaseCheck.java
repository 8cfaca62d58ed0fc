package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.Findings;
import dev.cashet.store.VerifyRequest;
import java.util.function.Predicate;

/**
 * Looks at every row of the database: each object and each commit, then what is derived from them. Rows are read a page at a time, each page in a read of its own, so that memory stays flat and the log can be
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
    new ObjectCheck(database, request, findings).run();
    new CommitCheck(database, request, findings, elsewhere).run();
    new DerivedCheck(database, request, findings).run();
  }
}
