package dev.cashet.store.sqlite;

import dev.cashet.model.FunctionName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The names of functions, each once, so that commits can be found by any of the three ways to write one. */
final class FunctionRows {
  private FunctionRows() {}

  /** The row of this name, made if there is none. */
  static long number(Session session, FunctionName name) throws SQLException {
    PreparedStatement find = session.prepare("SELECT function FROM functions WHERE qualified = ?");
    find.setString(1, name.qualifiedName());
    try (ResultSet row = find.executeQuery()) {
      if (row.next()) {
        return row.getLong(1);
      }
    }
    PreparedStatement insert = session.prepare(
        "INSERT INTO functions(qualified, short, method) VALUES(?,?,?) RETURNING function");
    insert.setString(1, name.qualifiedName());
    insert.setString(2, name.shortName());
    insert.setString(3, name.shortName().substring(name.shortName().lastIndexOf('.') + 1));
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The row of this name, its other two forms put right if they are not. */
  static long repaired(Session session, FunctionName name) throws SQLException {
    long number = number(session, name);
    PreparedStatement update =
        session.prepare("UPDATE functions SET short = ?, method = ? WHERE function = ?");
    update.setString(1, name.shortName());
    update.setString(2, name.shortName().substring(name.shortName().lastIndexOf('.') + 1));
    update.setLong(3, number);
    update.executeUpdate();
    return number;
  }

  /** The rows of all functions of this simple, qualified or bare name. */
  static List<Long> named(Session session, String name) throws SQLException {
    PreparedStatement find = session.prepare("SELECT function FROM functions WHERE qualified = ?1"
        + " UNION SELECT function FROM functions WHERE short = ?1"
        + " UNION SELECT function FROM functions WHERE method = ?1");
    find.setString(1, name);
    List<Long> found = new ArrayList<>();
    try (ResultSet row = find.executeQuery()) {
      while (row.next()) {
        found.add(row.getLong(1));
      }
    }
    return found;
  }

  /** Forgets names that no commit has any more. */
  static void prune(Session session) throws SQLException {
    session.run("DELETE FROM functions WHERE NOT EXISTS"
        + " (SELECT 1 FROM commits c WHERE c.function = functions.function)");
  }
}
