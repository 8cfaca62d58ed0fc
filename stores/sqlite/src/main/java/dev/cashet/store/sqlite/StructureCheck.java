package dev.cashet.store.sqlite;

import dev.cashet.store.Findings;
import dev.cashet.store.Problem;
import dev.cashet.store.StoreFailedException;
import dev.cashet.store.StoreFormatException;
import dev.cashet.store.VerifyRequest;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SQLite's own check: its pages, and that each index has the rows of its table. Indexes are rebuilt in place; where that does
 * not help, what proves itself is copied into a new database.
 */
final class StructureCheck {
  private final SqliteDatabase database;
  private final VerifyRequest request;
  private final Findings findings;

  StructureCheck(SqliteDatabase database, VerifyRequest request, Findings findings) {
    this.database = database;
    this.request = request;
    this.findings = findings;
  }

  /** Whether the rows can be looked at now. */
  boolean run() {
    List<String> faults = faults();
    if (faults.isEmpty()) {
      return true;
    }
    boolean indexesOnly = faults.stream().allMatch(StructureCheck::isOfAnIndex);
    if (!request.repair()) {
      faults.forEach(fault -> findings.add(problem(fault)));
      return indexesOnly;
    }
    String done = indexesOnly && rebuild() ? "rebuilt the indexes" : database.salvage();
    faults.forEach(fault -> findings.add(problem(fault).done(done)));
    return true;
  }

  private List<String> faults() {
    try {
      return database.read("check the database", List.of(), StructureCheck::faults);
    } catch (StoreFormatException e) {
      // Not an error of the moment, such as a lock or a full disk.
      if (!isOurs()) {
        throw e;
      }
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private boolean isOurs() {
    try {
      return Salvage.isOurs(database.file());
    } catch (IOException e) {
      throw new StoreFailedException("cannot read " + database.file(), e);
    }
  }

  private boolean rebuild() {
    return database.alone("rebuild the indexes", session -> {
      session.execute("REINDEX");
      return faults(session).isEmpty();
    });
  }

  private Problem problem(String fault) {
    return new Problem(Problem.Kind.DATABASE, database.file().toString(), fault);
  }

  private static boolean isOfAnIndex(String fault) {
    return fault.contains("missing from index") || fault.contains("entries in index");
  }

  private static List<String> faults(Session session) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (java.sql.Statement statement = session.statement();
        ResultSet row = statement.executeQuery("PRAGMA main.integrity_check(100)")) {
      while (row.next()) {
        if (!row.getString(1).equals("ok")) {
          faults.add(row.getString(1));
        }
      }
    }
    if (faults.isEmpty()) {
      faults.addAll(changedTables(session));
    }
    return faults;
  }

  /** Tables and indexes whose definition is not the one that this format has. */
  private static List<String> changedTables(Session session) throws SQLException {
    Map<String, String> expected;
    try (Session fresh = Opener.inMemory()) {
      Schema.migrate(fresh, 0, Schema.version(session));
      expected = definitions(fresh);
    }
    Map<String, String> found = definitions(session);
    List<String> faults = new ArrayList<>();
    expected.forEach((name, sql) -> {
      if (!sql.equals(found.get(name))) {
        faults.add("the definition of " + name + " is not what it was");
      }
    });
    return faults;
  }

  private static Map<String, String> definitions(Session session) throws SQLException {
    Map<String, String> definitions = new TreeMap<>();
    try (ResultSet row = session
        .prepare("SELECT name, sql FROM main.sqlite_master WHERE sql IS NOT NULL")
        .executeQuery()) {
      while (row.next()) {
        definitions.put(row.getString(1), row.getString(2).replaceAll("\\s+", " "));
      }
    }
    return definitions;
  }
}
