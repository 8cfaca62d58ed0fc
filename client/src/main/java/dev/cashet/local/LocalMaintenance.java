package dev.cashet.local;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Candidates;
import dev.cashet.store.Claims;
import dev.cashet.store.Findings;
import dev.cashet.store.Maintenance;
import dev.cashet.store.Removed;
import dev.cashet.store.VerifyReport;
import dev.cashet.store.VerifyRequest;
import dev.cashet.store.files.FileBlobStore;
import dev.cashet.store.files.FileSweep;
import dev.cashet.store.sqlite.Freed;
import dev.cashet.store.sqlite.SqliteMaintenance;
import dev.cashet.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collection and checks of the database and of the files beside it: rows go first, then the files that only they named. */
final class LocalMaintenance implements Maintenance {
  private static final int ASKED_AT_ONCE = 1_000;

  private final Path directory;
  private final SqliteStore store;
  private final SqliteMaintenance database;
  private final FileBlobStore blobs;
  private final FileSweep files;
  private final Extras extras;

  LocalMaintenance(Path directory, SqliteStore store, FileBlobStore blobs, Extras extras) {
    this.directory = directory;
    this.store = store;
    this.database = store.maintenance();
    this.blobs = blobs;
    this.files = blobs.sweep();
    this.extras = extras;
  }

  @Override
  public void used(CommitId commit, boolean hit) {
    database.used(commit, hit);
  }

  @Override
  public void flush() {
    database.flush();
  }

  @Override
  public void hold(Claims.Grant grant, List<Digest> results) {
    database.hold(grant, results);
  }

  @Override
  public Candidates candidates(Candidates.Order order) {
    return database.candidates(order);
  }

  @Override
  public Removed remove(Collection<CommitId> commits) {
    Freed freed = database.removeCommits(commits);
    return freed.removed().and(database.removeFiles(freed.files(), files::remove));
  }

  @Override
  public Removed clear() {
    return database.clear().and(sweepFiles(Duration.ZERO, false));
  }

  @Override
  public Removed sweep(Duration grace, boolean dryRun) {
    Removed removed = database.sweep(grace, dryRun).and(sweepFiles(grace, dryRun));
    if (dryRun) {
      return removed;
    }
    files.sweepTemporary(grace, InstantSource.system());
    return removed.and(new Removed(0, 0, extras.boundIndex(Extras.INDEX_BYTES)));
  }

  @Override
  public long occupiedBytes() {
    return database.occupiedBytes() + store.commits().stats().files().bytes() + extras.bytes();
  }

  @Override
  public void shrink() {
    database.shrink();
  }

  @Override
  public VerifyReport verify(VerifyRequest request) {
    Findings findings = new Findings();
    new PlaceCheck(directory, store.fileTable(), request, findings).run();
    if (database.checkStructure(request, findings)) {
      FileCheck check = new FileCheck(store, blobs::verify, files, request, findings);
      check.run();
      database.check(request, findings, check::isSound);
    }
    return findings.report();
  }

  private Removed sweepFiles(Duration grace, boolean dryRun) {
    Removed removed = Removed.NOTHING;
    if (!database.exists()) {
      return removed;
    }
    for (Path place : files.places()) {
      List<Digest> blobs = files.content(place).blobs();
      for (int from = 0; from < blobs.size(); from += ASKED_AT_ONCE) {
        List<Digest> some = blobs.subList(from, Math.min(blobs.size(), from + ASKED_AT_ONCE));
        removed = removed.and(sweepFiles(some, grace, dryRun));
      }
    }
    return removed;
  }

  private Removed sweepFiles(List<Digest> some, Duration grace, boolean dryRun) {
    List<Digest> orphans = new ArrayList<>();
    long bytes = 0;
    for (Digest digest : database.unnamed(some)) {
      if (files.isOlder(digest, grace)) {
        orphans.add(digest);
        bytes += Math.max(0, files.bytes(digest));
      }
    }
    return dryRun
        ? new Removed(0, orphans.size(), bytes)
        : database.removeFiles(orphans, files::remove);
  }
}
