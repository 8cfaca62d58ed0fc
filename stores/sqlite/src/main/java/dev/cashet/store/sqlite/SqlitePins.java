package dev.cashet.store.sqlite;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Pin;
import dev.cashet.store.Pins;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pins as rows: few, so that a look at all of them is cheap. */
final class SqlitePins implements Pins {
  private final SqliteDatabase database;
  private final InstantSource clock;

  SqlitePins(SqliteDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CommitId pin(CommitId commit, String name) {
    return database.write("pin commit " + commit.shortHex(), session -> {
      Optional<CommitId> taken = name.isEmpty() ? unnamed(session, commit) : named(session, name);
      if (taken.isPresent()) {
        return taken.get();
      }
      PreparedStatement insert =
          session.prepare("INSERT INTO pins(name, id, pinned_at) VALUES(?,?,?)");
      insert.setString(1, name);
      insert.setBytes(2, commit.digest().toBytes());
      insert.setLong(3, Keys.nanos(clock.instant()));
      insert.executeUpdate();
      return commit;
    });
  }

  @Override
  public int unpin(CommitId commit, Optional<String> name) {
    if (!database.exists()) {
      return 0;
    }
    return database.write("unpin commit " + commit.shortHex(), session -> {
      PreparedStatement delete =
          session.prepare("DELETE FROM pins WHERE id = ?1 AND (?2 IS NULL OR name = ?2)");
      delete.setBytes(1, commit.digest().toBytes());
      delete.setString(2, name.orElse(null));
      return delete.executeUpdate();
    });
  }

  @Override
  public Optional<CommitId> named(String name) {
    return database.read(
        "look up the pin " + name, Optional.empty(), session -> named(session, name));
  }

  @Override
  public List<Pin> list() {
    return database.read("list pins", List.of(), session -> {
      List<Pin> pins = new ArrayList<>();
      try (ResultSet row = session
          .prepare("SELECT name, id, pinned_at FROM pins ORDER BY name, pin")
          .executeQuery()) {
        while (row.next()) {
          Digest digest = ObjectRows.digest(row.getBytes(2));
          if (digest != null) {
            pins.add(new Pin(row.getString(1), new CommitId(digest), Keys.instant(row.getLong(3))));
          }
        }
      }
      return pins;
    });
  }

  private static Optional<CommitId> named(Session session, String name) throws SQLException {
    PreparedStatement select = session.prepare("SELECT id FROM pins WHERE name = ? AND name <> ''");
    select.setString(1, name);
    return first(select);
  }

  private static Optional<CommitId> unnamed(Session session, CommitId commit) throws SQLException {
    PreparedStatement select = session.prepare("SELECT id FROM pins WHERE id = ? AND name = ''");
    select.setBytes(1, commit.digest().toBytes());
    return first(select);
  }

  private static Optional<CommitId> first(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.ofNullable(ObjectRows.digest(row.getBytes(1))).map(CommitId::new)
          : Optional.empty();
    }
  }
}
