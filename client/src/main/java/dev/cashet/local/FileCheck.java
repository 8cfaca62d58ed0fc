package dev.cashet.local;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Findings;
import dev.cashet.store.Problem;
import dev.cashet.store.StoreException;
import dev.cashet.store.StoreFailedException;
import dev.cashet.store.VerifyRequest;
import dev.cashet.store.files.FileSweep;
import dev.cashet.store.sqlite.FileTable;
import dev.cashet.store.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads every blob's file to its end, several at a time, and compares it with its digest; one that fails is moved aside.
 * Then compares the files with the database's list of them.
 */
final class FileCheck {
  private final FileBlobs blobs;
  private final FileTable table;
  private final FileSweep files;
  private final VerifyRequest request;
  private final Findings findings;
  private final Set<Digest> unsound = ConcurrentHashMap.newKeySet();
  private final AtomicLong done = new AtomicLong();
  private final long total;

  /** Checks a blob's file against its digest. */
  interface FileBlobs {
    void verify(Digest digest);
  }

  FileCheck(
      SqliteStore store,
      FileBlobs blobs,
      FileSweep files,
      VerifyRequest request,
      Findings findings) {
    this.blobs = blobs;
    this.table = store.fileTable();
    this.files = files;
    this.request = request;
    this.findings = findings;
    this.total = store.commits().stats().files().count();
  }

  void run() {
    ExecutorService readers = Executors.newFixedThreadPool(request.threads());
    try {
      List<Future<?>> places = new ArrayList<>();
      for (Path place : files.places()) {
        places.add(readers.submit(() -> check(place)));
      }
      for (Future<?> place : places) {
        await(place);
      }
    } finally {
      readers.shutdownNow();
    }
    table.check(request.repair(), findings, files::bytes);
  }

  /** Whether a blob's file is there and has passed. */
  boolean isSound(Digest digest) {
    return files.bytes(digest) >= 0 && !unsound.contains(digest);
  }

  private void check(Path place) {
    FileSweep.Content content = files.content(place);
    for (Path other : content.others()) {
      Problem problem =
          new Problem(Problem.Kind.FILE, other.toString(), "it is no file of a store");
      findings.add(request.repair() ? problem.done("moved to " + table.moveAside(other)) : problem);
    }
    for (Digest digest : content.blobs()) {
      check(digest);
      request.progress().checked("blobs", done.incrementAndGet(), Math.max(total, done.get()));
    }
    table.checkListed(content.blobs(), request.repair(), findings, files::bytes);
    for (int i = 0; i < table.unnamed(content.blobs()).size(); i++) {
      findings.orphan();
    }
  }

  private void check(Digest digest) {
    long bytes = files.bytes(digest);
    try {
      blobs.verify(digest);
      findings.blob(bytes);
    } catch (BlobUnreadableException e) {
      if (!e.isMissing()) {
        findings.blob(Math.max(0, bytes));
        findings.add(unsound(digest, String.valueOf(e.getMessage())));
      }
    } catch (StoreException e) {
      findings.blob(Math.max(0, bytes));
      findings.add(unreadable(digest, String.valueOf(e.getMessage())));
    }
  }

  private Problem unreadable(Digest digest, String found) {
    Path address = files.address(digest);
    if (request.repair() && address.toFile().setReadable(true, true)) {
      try {
        blobs.verify(digest);
        return new Problem(Problem.Kind.BLOB, digest.hex(), found).done("made readable");
      } catch (StoreException e) {
        return unsound(digest, found);
      }
    }
    return unsound(digest, found);
  }

  private Problem unsound(Digest digest, String found) {
    unsound.add(digest);
    Problem problem = new Problem(Problem.Kind.BLOB, digest.hex(), found);
    Path address = files.address(digest);
    return request.repair() && Files.exists(address)
        ? problem.done("moved to " + table.moveAside(address))
        : problem;
  }

  private static void await(Future<?> place) {
    try {
      place.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailedException("interrupted while the store was checked", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new StoreFailedException("cannot check the store", e.getCause());
    }
  }
}
