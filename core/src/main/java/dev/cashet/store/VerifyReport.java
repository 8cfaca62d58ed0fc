package dev.cashet.store;

import java.util.List;

/**
 * What a check of a store has found.
 *
 * @param commits how many were checked
 * @param blobs how many were checked
 * @param blobBytes the bytes of those
 * @param orphans blobs that no commit names; no damage, the next collection takes them
 * @param problems what is wrong, the first {@link #LISTED} of them
 * @param found how many there are
 */
public record VerifyReport(
    long commits, long blobs, long blobBytes, long orphans, List<Problem> problems, long found) {
  /** So many problems are listed one by one. */
  public static final int LISTED = 10_000;

  /** Copies the list. */
  public VerifyReport {
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return found == 0;
  }

  /** Whether everything that was wrong has been put right. */
  public boolean isRepaired() {
    return found == problems.stream().filter(Problem::isRepaired).count();
  }
}
