package dev.cashet.store;

import dev.cashet.model.CommitId;
import java.time.Instant;

/**
 * A commit that may be let go.
 *
 * @param commit its name
 * @param function the short name of what ran
 * @param lastUse when it was last served, loaded or used as an input; when it was made if never
 * @param hits how often it was served
 * @param ownBytes what its row takes
 * @param result its result
 */
public record Candidate(
    CommitId commit, String function, Instant lastUse, long hits, long ownBytes, Result result) {
  /**
   * The result that goes when the last commit of it goes.
   *
   * @param key equal for commits of the same bytes; 0 without a result
   * @param storedBytes what it takes in the store; 0 if it is gone or there is none
   * @param commits how many commits name it, counted up to {@link #MANY}
   */
  public record Result(long key, long storedBytes, int commits) {
    /** So many commits of one result or more are not told apart. */
    public static final int MANY = 50;
  }
}
