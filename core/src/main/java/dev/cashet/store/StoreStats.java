package dev.cashet.store;

import java.time.Duration;

/**
 * Counters of a store.
 *
 * @param commits how many of which kind
 * @param inline objects in the database
 * @param files objects in files
 * @param use what the cache was good for
 * @param diskBytes everything the store occupies, database and lock files included
 */
public record StoreStats(Commits commits, Objects inline, Objects files, Use use, long diskBytes) {
  /**
   * Commits and claims.
   *
   * @param completed with a result
   * @param failed with an error
   * @param runningClaims held at this moment
   */
  public record Commits(long completed, long failed, long runningClaims) {
    /** All commits. */
    public long total() {
      return completed + failed;
    }
  }

  /**
   * Objects of one tier.
   *
   * @param count how many
   * @param bytes their size as stored
   */
  public record Objects(long count, long bytes) {
    /** None. */
    public static final Objects NONE = new Objects(0, 0);
  }

  /**
   * What the cache was good for, as far as programs reported it.
   *
   * @param hits calls served from the store
   * @param misses calls that ran
   * @param timeSaved the sum of the durations of runs that hits made needless
   */
  public record Use(long hits, long misses, Duration timeSaved) {
    /** Nothing yet. */
    public static final Use NONE = new Use(0, 0, Duration.ZERO);

    /** Both together. */
    public Use and(Use more) {
      return new Use(hits + more.hits, misses + more.misses, timeSaved.plus(more.timeSaved));
    }
  }
}
