package dev.cashet.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * What an export or import did.
 *
 * @param commits commits written or added
 * @param objects results and function records written or added
 * @param present commits that were there already; 0 for an export
 * @param bytes of the objects, expanded
 * @param skipped what was left out and why; at most {@link #LISTED}
 * @param skippedCount how many were left out
 */
public record ArchiveReport(
    long commits,
    long objects,
    long present,
    long bytes,
    List<Skipped> skipped,
    long skippedCount) {
  /** The most that are listed. */
  public static final int LISTED = 1_000;

  /**
   * Something that was left out.
   *
   * @param name what: a commit or object and its hash
   * @param reason why
   */
  public record Skipped(String name, String reason) {}

  /** Copies the list. */
  public ArchiveReport {
    skipped = List.copyOf(skipped);
  }

  /** Collects it. */
  static final class Tally {
    long commits;
    long objects;
    long present;
    long bytes;
    private final List<Skipped> skipped = new ArrayList<>();
    private long skippedCount;

    void skip(String name, String reason) {
      skippedCount++;
      if (skipped.size() < LISTED) {
        skipped.add(new Skipped(name, reason));
      }
    }

    ArchiveReport report() {
      return new ArchiveReport(commits, objects, present, bytes, skipped, skippedCount);
    }
  }
}
