package dev.cashet.maintenance;

import dev.cashet.store.Candidate;

/**
 * A commit that a collection lets go, and why.
 *
 * @param candidate the commit
 * @param reason why
 * @param freedBytes what it gives back: its row, and its result if no other commit has the same
 */
public record Eviction(Candidate candidate, Reason reason, long freedBytes) {
  /** Why a commit goes. */
  public enum Reason {
    /** Its time to live has ended. */
    EXPIRED,
    /** It was not used for longer than the policy allows. */
    OLD,
    /** The store is larger than the policy allows. */
    SIZE
  }
}
