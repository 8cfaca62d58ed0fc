package dev.cashet.store.sqlite;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.SmallObject;
import dev.cashet.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new database of what can still be read in a damaged one. Commits and objects prove themselves, because their names
 * are the digests of their content, so every page is looked at, and what is not what it says is left behind; all that is
 * derived is made anew. The damaged files are moved aside. Claims are dropped: whoever runs a call then runs it again. Where
 * the list of free pages is damaged too, commits that were removed may come back.
 */
final class Salvage {
  /** Tokens go on far behind all that can have been given. */
  private static final long TOKEN_GAP = 1_000_000_000L;

  private static final int ROWS_AT_ONCE = 10_000;

  private final Path file;
  private final Quarantine quarantine;
  private final Map<String, Long> counters = new HashMap<>();
  private long commits;
  private long objects;
  private long pins;
  private long rows;

  Salvage(Path file) {
    this.file = file;
    this.quarantine = new Quarantine(parent());
  }

  private Path parent() {
    return java.util.Objects.requireNonNull(file.getParent(), "a database lies in a directory");
  }

  /**
   * Whether the file is a damaged database of ours, rather than someone else's or a newer one.
   *
   * @throws IOException if it cannot be read
   */
  static boolean isOurs(Path file) throws IOException {
    try (RawPages pages = new RawPages(file)) {
      if (pages.applicationId() == Schema.APPLICATION_ID) {
        return pages.userVersion() <= Schema.VERSION;
      }
      if (pages.applicationId() != 0) {
        return false;
      }
      Salvage look = new Salvage(file);
      new RawRows(pages).forEach(row -> {
        if (look.isProven(row)) {
          look.rows++;
        }
      });
      return look.rows > 0;
    }
  }

  /**
   * Copies and takes the place; the caller holds the writer's ticket and has closed its connections.
   *
   * @return what people are told
   */
  String run() {
    Path made = file.resolveSibling("meta.db.new");
    try (RawPages pages = new RawPages(file)) {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(made.resolveSibling(made.getFileName() + suffix));
      }
      Opener opener = Opener.forWriting(made, true);
      opener.createOrMigrate();
      // Whoever has read from the damaged one is told that all of it may have changed.
      Generation generation = Generation.forWriting(parent());
      generation.unsettle();
      try (Session session = opener.open().forWriting(generation)) {
        session.execute("BEGIN IMMEDIATE");
        new RawRows(pages).forEach(row -> keep(session, row));
        finish(session);
        session.execute("COMMIT");
      }
      generation.settle();
    } catch (IOException | SQLException e) {
      throw new StoreFailedException("cannot save what can be read in " + file, e);
    }
    String aside = replace(made);
    return "copied " + commits + " commits, " + objects + " objects and " + pins
        + " pins into a new database; the damaged one is " + aside;
  }

  /** The log goes first: SQLite would apply it to whatever lies at the database's place. */
  private String replace(Path made) {
    for (String suffix : List.of("-wal", "-shm")) {
      Path beside = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(beside)) {
        quarantine.take(beside);
      }
    }
    String aside = quarantine.copy(file);
    try {
      // In one step, so that there is a database at any moment.
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreFailedException("cannot move " + made + " to " + file, e);
    }
    return aside;
  }

  private void keep(Session session, List<@Nullable Object> row) {
    try {
      if (!keepCommit(session, row) && !keepObject(session, row) && !keepPin(session, row)) {
        keepCounter(row);
      }
      if (++rows % ROWS_AT_ONCE == 0) {
        session.execute("COMMIT");
        session.execute("BEGIN IMMEDIATE");
      }
    } catch (SQLException e) {
      throw new StoreFailedException("cannot write the new database beside " + file, e);
    }
  }

  private boolean isProven(List<@Nullable Object> row) {
    return pair(row, 9) != null || row.size() > 4 && isObject(row);
  }

  /** Columns as format 1 has them, and those added since if they are there. */
  private boolean keepCommit(Session session, List<@Nullable Object> row) throws SQLException {
    byte[] content = pair(row, 9);
    if (content == null) {
      return false;
    }
    CommitId id = new CommitId(Digest.sha256(content));
    Commit commit;
    try {
      commit = Commit.decode(id, content);
    } catch (MalformedRecordException e) {
      return false;
    }
    CommitRows.insert(session, id, commit);
    commits++;
    if (row.size() > 14 && row.get(13) instanceof Long used && row.get(14) instanceof Long hits) {
      PreparedStatement update = session.prepare(
          "UPDATE commits SET used_at = max(used_at, ?), hits = ? WHERE id64 = ? AND id = ?");
      update.setLong(1, used);
      update.setLong(2, Math.max(0, hits));
      update.setLong(3, Keys.prefix(id.digest()));
      update.setBytes(4, id.digest().toBytes());
      update.executeUpdate();
    }
    return true;
  }

  /** The content at the column after this one, if this one holds its digest. */
  private static byte @Nullable [] pair(List<@Nullable Object> row, int column) {
    return row.size() > column + 1
            && row.get(column) instanceof byte[] name
            && name.length == Digest.BYTES
            && row.get(column + 1) instanceof byte[] content
            && Digest.sha256(content).equals(Digest.of(name))
        ? content
        : null;
  }

  private static boolean isObject(List<@Nullable Object> row) {
    return row.size() > 4
        && row.get(2) instanceof byte[] name
        && name.length == Digest.BYTES
        && row.get(4) instanceof byte[] bytes
        && Digest.sha256(bytes).equals(Digest.of(name));
  }

  private boolean keepObject(Session session, List<@Nullable Object> row) throws SQLException {
    if (!isObject(row) || !(row.get(4) instanceof byte[] bytes)) {
      return false;
    }
    ObjectRows.put(session, SmallObject.of(bytes));
    objects++;
    return true;
  }

  private boolean keepPin(Session session, List<@Nullable Object> row) throws SQLException {
    if (row.size() != 4
        || !(row.get(1) instanceof String name)
        || !(row.get(2) instanceof byte[] id)
        || id.length != Digest.BYTES
        || !(row.get(3) instanceof Long since)) {
      return false;
    }
    PreparedStatement insert =
        session.prepare("INSERT OR IGNORE INTO pins(name, id, pinned_at) VALUES(?,?,?)");
    insert.setString(1, name);
    insert.setBytes(2, id);
    insert.setLong(3, since);
    pins += insert.executeUpdate();
    return true;
  }

  private void keepCounter(List<@Nullable Object> row) {
    if (row.size() == 2
        && row.get(0) instanceof String name
        && row.get(1) instanceof Long value
        && (name.startsWith("use.") || name.equals(Counters.TOKEN))) {
      counters.merge(name, value, Math::max);
    }
  }

  private void finish(Session session) throws SQLException {
    for (String name : List.of(Counters.HITS, Counters.MISSES, Counters.SAVED_NANOS)) {
      Counters.set(session, name, counters.getOrDefault(name, 0L));
    }
    Counters.set(session, Counters.TOKEN, counters.getOrDefault(Counters.TOKEN, 0L) + TOKEN_GAP);
  }
}
