package dev.cashet.store;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check finds, in bounded memory. Safe for many threads. */
public final class Findings {
  private final List<Problem> problems = new ArrayList<>();
  private long found;
  private long commits;
  private long blobs;
  private long blobBytes;
  private long orphans;

  /** Nothing yet. */
  public Findings() {}

  /** Something is wrong. */
  public synchronized void add(Problem problem) {
    found++;
    if (problems.size() < VerifyReport.LISTED) {
      problems.add(problem);
    }
  }

  /** A commit was checked. */
  public synchronized void commit() {
    commits++;
  }

  /** A blob was checked. */
  public synchronized void blob(long bytes) {
    blobs++;
    blobBytes += bytes;
  }

  /** A blob that no commit names was seen. */
  public synchronized void orphan() {
    orphans++;
  }

  /** How many problems there are so far. */
  public synchronized long found() {
    return found;
  }

  /** All of it. */
  public synchronized VerifyReport report() {
    return new VerifyReport(commits, blobs, blobBytes, orphans, problems, found);
  }
}
