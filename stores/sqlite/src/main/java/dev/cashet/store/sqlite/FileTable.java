package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.Findings;
import dev.cashet.store.Problem;
import dev.cashet.store.Tier;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The database's list of the blobs that lie in files, as a check of those files sees it. Safe for many threads. */
public final class FileTable {
  private final SqliteDatabase database;
  private final Quarantine quarantine;

  FileTable(SqliteDatabase database) {
    this.database = database;
    this.quarantine = new Quarantine(database.directory());
  }

  /** Those of these blobs that no commit names. */
  public List<Digest> unnamed(List<Digest> blobs) {
    return database.read("look for what no commit names", List.of(), session -> {
      List<Digest> unnamed = new ArrayList<>();
      for (Digest digest : blobs) {
        if (!Removal.isNamed(session, digest)) {
          unnamed.add(digest);
        }
      }
      return unnamed;
    });
  }

  /** Moves a file or directory into the quarantine; where it is then. */
  public String moveAside(Path file) {
    return quarantine.take(file);
  }

  /**
   * Compares the list with the files.
   *
   * @param repair whether to make the list fit
   * @param bytes the length of a blob's file; negative if there is none
   */
  public void check(boolean repair, Findings findings, ToLongFunction<Digest> bytes) {
    Row last = null;
    while (true) {
      Row from = last;
      List<Row> rows =
          database.read("check the list of files", List.of(), session -> page(session, from));
      if (rows.isEmpty()) {
        return;
      }
      for (Row row : rows) {
        last = row;
        long length = bytes.applyAsLong(row.digest());
        if (length != row.stored() || row.digest64() != Keys.prefix(row.digest())) {
          findings.add(fault(row, length, repair));
        }
      }
    }
  }

  private record Row(long digest64, Digest digest, long stored) {}

  private Problem fault(Row row, long length, boolean repair) {
    Digest digest = row.digest();
    String found = length < 0
        ? "it is listed as a file, but there is none"
        : "it is listed with " + row.stored() + " bytes, but has " + length;
    Problem problem = new Problem(Problem.Kind.INDEX, digest.hex(), found);
    if (!repair) {
      return problem;
    }
    database.write("forget a file", session -> FileRows.forget(session, row.digest64(), digest));
    return length < 0 ? problem.done("took it off the list") : list(digest, length, problem);
  }

  /**
   * Compares files that commits name with the list.
   *
   * @param repair whether to list those that are not
   */
  public void checkListed(
      List<Digest> files, boolean repair, Findings findings, ToLongFunction<Digest> bytes) {
    List<Digest> unlisted = database.read("look for unlisted files", List.of(), session -> {
      List<Digest> found = new ArrayList<>();
      for (Digest digest : files) {
        if (Removal.isNamed(session, digest) && !FileRows.isListed(session, digest)) {
          found.add(digest);
        }
      }
      return found;
    });
    for (Digest digest : unlisted) {
      long length = bytes.applyAsLong(digest);
      if (length >= 0) {
        Problem problem = new Problem(Problem.Kind.INDEX, digest.hex(), "its file is not listed");
        findings.add(repair ? list(digest, length, problem) : problem);
      }
    }
  }

  private Problem list(Digest digest, long length, Problem problem) {
    database.write("list a file", session -> {
      FileRows.note(session, new BlobInfo(digest, length, length, Tier.FILE));
      return true;
    });
    return problem.done("listed with " + length + " bytes");
  }

  private static List<Row> page(Session session, @Nullable Row from) throws SQLException {
    PreparedStatement select = session.prepare("SELECT digest64, digest, stored FROM files"
        + " WHERE (digest64, digest) > (?, ?) ORDER BY digest64, digest LIMIT "
        + DatabaseCheck.PAGE);
    select.setLong(1, from == null ? Long.MIN_VALUE : from.digest64());
    select.setBytes(2, from == null ? new byte[0] : from.digest().toBytes());
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Digest digest = ObjectRows.digest(row.getBytes(2));
        if (digest != null) {
          rows.add(new Row(row.getLong(1), digest, row.getLong(3)));
        }
      }
    }
    return rows;
  }
}
