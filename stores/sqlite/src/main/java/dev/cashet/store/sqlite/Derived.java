package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a commit's row that follow from its content, so that they can be made again and be checked. */
final class Derived {
  /** In the order in which {@link #read} takes them. */
  static final String COLUMNS =
      "key64, id64, output64, record64, kind, completed_at, expires_at, took, size";

  private final long[] numbers;
  private final @Nullable Long output64;
  private final @Nullable Long expiresAt;

  private Derived(long[] numbers, @Nullable Long output64, @Nullable Long expiresAt) {
    this.numbers = numbers;
    this.output64 = output64;
    this.expiresAt = expiresAt;
  }

  static Derived of(CommitId id, Commit commit) {
    Optional<Digest> output = commit.output().map(ref -> ref.digest());
    return new Derived(
        new long[] {
          Keys.prefix(commit.call().fingerprint().digest()),
          Keys.prefix(id.digest()),
          Keys.prefix(commit.call().record()),
          CommitRows.kind(commit),
          Keys.nanos(commit.run().completedAt()),
          Keys.nanos(commit.run().duration()),
          commit.output().map(ref -> ref.sizeBytes()).orElse(0L)
        },
        output.isPresent() ? (Long) Keys.prefix(output.get()) : null,
        commit.expiresAt().isPresent() ? (Long) Keys.nanos(commit.expiresAt().get()) : null);
  }

  /** What a row says, from this column on. */
  static Derived read(ResultSet row, int from) throws SQLException {
    long[] numbers = {
      row.getLong(from),
      row.getLong(from + 1),
      row.getLong(from + 3),
      row.getLong(from + 4),
      row.getLong(from + 5),
      row.getLong(from + 7),
      row.getLong(from + 8)
    };
    return new Derived(numbers, nullable(row, from + 2), nullable(row, from + 6));
  }

  /** Parameters 1 to 8 of an insertion or update: what the columns were in format 1, in its order. */
  void set(PreparedStatement statement, long function) throws SQLException {
    statement.setLong(1, numbers[0]);
    statement.setLong(2, numbers[1]);
    set(statement, 3, output64);
    statement.setLong(4, numbers[2]);
    statement.setLong(5, function);
    statement.setLong(6, numbers[3]);
    statement.setLong(7, numbers[4]);
    set(statement, 8, expiresAt);
  }

  long completedAt() {
    return numbers[4];
  }

  long took() {
    return numbers[5];
  }

  long size() {
    return numbers[6];
  }

  private static void set(PreparedStatement statement, int parameter, @Nullable Long value)
      throws SQLException {
    if (value == null) {
      statement.setNull(parameter, Types.INTEGER);
    } else {
      statement.setLong(parameter, value);
    }
  }

  private static @Nullable Long nullable(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : (Long) value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Derived that
        && java.util.Arrays.equals(numbers, that.numbers)
        && Objects.equals(output64, that.output64)
        && Objects.equals(expiresAt, that.expiresAt);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(numbers);
  }
}
