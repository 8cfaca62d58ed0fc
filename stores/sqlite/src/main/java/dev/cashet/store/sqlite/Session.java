package dev.cashet.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection with the statements prepared on it; for one thread at a time. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final @Nullable Generation generation;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this(connection, null);
  }

  private Session(Connection connection, @Nullable Generation generation) {
    this.connection = connection;
    this.generation = generation;
  }

  /** The same connection, to be written through. */
  Session forWriting(Generation counter) {
    return new Session(connection, counter);
  }

  /** The transaction that is under way changes or removes what others may have read before. */
  void outdates() {
    Objects.requireNonNull(generation, "opened for reading").unsettle();
  }

  /** The statement for this text, prepared once per connection; its parameters are those of the last use until set. */
  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  /** For a query whose text is used once; close it. */
  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  /** Runs a statement that is used once. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a prepared statement without parameters. */
  void run(String sql) throws SQLException {
    prepare(sql).execute();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
