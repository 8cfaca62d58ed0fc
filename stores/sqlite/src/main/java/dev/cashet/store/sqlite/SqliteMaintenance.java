package dev.cashet.store.sqlite;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Candidates;
import dev.cashet.store.Claims;
import dev.cashet.store.Findings;
import dev.cashet.store.Maintenance;
import dev.cashet.store.Removed;
import dev.cashet.store.VerifyReport;
import dev.cashet.store.VerifyRequest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Collection and checks within the database, with what a store of files beside it needs: which files are free, and a
 * transaction in which they stay so while they are deleted.
 */
public final class SqliteMaintenance implements Maintenance {
  /** An object that was put so long ago and not named since has lost its writer. */
  private static final Duration PENDING = Duration.ofHours(1);

  /** Others wait for the lock while so many go: about a tenth of a second. */
  private static final int COMMITS_AT_ONCE = 5_000;

  private static final int FILES_AT_ONCE = 500;

  private final SqliteDatabase database;
  private final Uses uses;
  private final InstantSource clock;

  SqliteMaintenance(SqliteDatabase database, Uses uses, InstantSource clock) {
    this.database = database;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public void used(CommitId commit, boolean hit) {
    uses.note(commit, hit);
  }

  @Override
  public void flush() {
    uses.flush();
  }

  @Override
  public void hold(Claims.Grant grant, List<Digest> results) {
    database.write("hold the inputs of " + grant.fingerprint(), session -> {
      PreparedStatement insert =
          session.prepare("INSERT OR IGNORE INTO held(token, blob64) VALUES(?, ?)");
      for (Digest result : results) {
        insert.setLong(1, grant.token());
        insert.setLong(2, Keys.prefix(result));
        insert.executeUpdate();
      }
      return true;
    });
  }

  @Override
  public Candidates candidates(Candidates.Order order) {
    return new SqliteCandidates(database, clock, order);
  }

  @Override
  public Removed remove(Collection<CommitId> commits) {
    return removeCommits(commits).removed();
  }

  /** As {@link #remove}, and says which files are to go. */
  public Freed removeCommits(Collection<CommitId> commits) {
    Removed removed = Removed.NOTHING;
    List<Digest> files = new ArrayList<>();
    if (!database.exists()) {
      return new Freed(removed, files);
    }
    List<CommitId> all = List.copyOf(commits);
    for (int from = 0; from < all.size(); from += COMMITS_AT_ONCE) {
      List<CommitId> some = all.subList(from, Math.min(all.size(), from + COMMITS_AT_ONCE));
      Freed freed = database.writeMuch(
          "remove " + some.size() + " commits",
          session -> new Removal(session, spareFrom(PENDING)).commits(some));
      removed = removed.and(freed.removed());
      files.addAll(freed.files());
    }
    return new Freed(removed, files);
  }

  /**
   * Deletes files that no commit names; no commit that names one can be added meanwhile. They are taken off the list
   * first, in a transaction of its own: a program that is killed amid this leaves files that nobody names, which the next
   * collection finds, and no list of files that are gone.
   *
   * @param files digests of blobs in files
   * @param delete deletes the file and says how many bytes it had; negative if there was none
   */
  public Removed removeFiles(List<Digest> files, ToLongFunction<Digest> delete) {
    Removed removed = Removed.NOTHING;
    for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
      List<Digest> some = files.subList(from, Math.min(files.size(), from + FILES_AT_ONCE));
      database.write("forget " + some.size() + " files", session -> {
        for (Digest digest : unnamed(session, some)) {
          FileRows.forget(session, digest);
        }
        return some;
      });
      removed = removed.and(database.write("remove " + some.size() + " files", session -> {
        long count = 0;
        long bytes = 0;
        for (Digest digest : unnamed(session, some)) {
          long length = delete.applyAsLong(digest);
          count += length < 0 ? 0 : 1;
          bytes += Math.max(0, length);
        }
        return new Removed(0, count, bytes);
      }));
    }
    return removed;
  }

  private static List<Digest> unnamed(Session session, List<Digest> files) throws SQLException {
    List<Digest> unnamed = new ArrayList<>();
    for (Digest digest : files) {
      if (!Removal.isNamed(session, digest)) {
        unnamed.add(digest);
      }
    }
    return unnamed;
  }

  /** Whether there is a database. */
  public boolean exists() {
    return database.exists();
  }

  /** Those of these blobs that no commit names. */
  public List<Digest> unnamed(List<Digest> blobs) {
    return new FileTable(database).unnamed(blobs);
  }

  @Override
  public Removed clear() {
    if (!database.exists()) {
      return Removed.NOTHING;
    }
    return database.writeMuch("clear the store", session -> {
      session.outdates();
      long count =
          Counters.count(session, Counters.COMPLETED) + Counters.count(session, Counters.FAILED);
      for (String table : List.of("commits", "tags", "inputs", "functions", "pins")) {
        session.execute("DELETE FROM " + table);
      }
      Counters.set(session, Counters.COMPLETED, 0);
      Counters.set(session, Counters.FAILED, 0);
      Removed objects = new Removal(session, spareFrom(PENDING)).all();
      return objects.and(new Removed(count, 0, 0));
    });
  }

  @Override
  public Removed sweep(Duration grace, boolean dryRun) {
    if (!database.exists()) {
      return Removed.NOTHING;
    }
    return dryRun
        ? database.read(
            "look for orphans",
            Removed.NOTHING,
            session -> new Removal(session, spareFrom(grace)).orphans(true))
        : database.write("sweep orphans", session -> {
          FunctionRows.prune(session);
          session.run("DELETE FROM held WHERE NOT EXISTS"
              + " (SELECT 1 FROM claims WHERE claims.token = held.token)");
          return new Removal(session, spareFrom(grace)).orphans(false);
        });
  }

  @Override
  public long occupiedBytes() {
    return database.read("measure the store", 0L, Space::usedBytes) + database.besideBytes();
  }

  @Override
  public void shrink() {
    if (database.exists()) {
      Space.shrink(database);
    }
  }

  @Override
  public VerifyReport verify(VerifyRequest request) {
    Findings findings = new Findings();
    if (checkStructure(request, findings)) {
      check(request, findings, digest -> false);
    }
    return findings.report();
  }

  /**
   * Checks that the database can be read at all; a repair copies what it can into a new one.
   *
   * @return whether there are rows that can be checked now
   */
  public boolean checkStructure(VerifyRequest request, Findings findings) {
    return !database.exists() || new StructureCheck(database, request, findings).run();
  }

  /**
   * Checks the database and tells what it finds.
   *
   * @param elsewhere whether a blob that is no row can be read where the blobs beside the database are
   */
  public void check(VerifyRequest request, Findings findings, Predicate<Digest> elsewhere) {
    if (database.exists()) {
      new DatabaseCheck(database, request, findings, elsewhere).run();
    }
  }

  private long spareFrom(Duration grace) {
    return Keys.nanos(clock.instant().minus(grace));
  }
}
