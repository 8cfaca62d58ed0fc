package dev.cashet.history;

import dev.cashet.model.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * Why a call is, was or would be a hit or a miss.
 *
 * @param outcome hit or miss
 * @param reason one line for people
 * @param changes what differs from the commit compared with, what matters most first; empty for a hit
 * @param commit the commit that is served, or that the call was compared with; empty if there is none
 */
public record Why(Outcome outcome, String reason, List<Change> changes, Optional<CommitId> commit) {
  /** What a submission comes to. */
  public enum Outcome {
    /** A stored result is served. */
    HIT,
    /** The function runs. */
    MISS
  }

  /** Copies the list. */
  public Why {
    changes = List.copyOf(changes);
  }

  /** Whether a stored result is served. */
  public boolean isHit() {
    return outcome == Outcome.HIT;
  }

  @Override
  public String toString() {
    return outcome.name().toLowerCase(java.util.Locale.ROOT) + ": " + reason;
  }
}
