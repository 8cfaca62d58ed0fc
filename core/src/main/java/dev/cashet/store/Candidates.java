package dev.cashet.store;

import java.time.Instant;
import java.util.List;

/** Commits that may be let go, in an order, page by page. Commits that go or come meanwhile may be missed. For one thread. */
public interface Candidates {
  /** The next ones, at most {@code limit}; empty at the end. */
  List<Candidate> next(int limit);

  /** Who comes first. */
  sealed interface Order {
    /** Those that have not been used for longest. */
    record LeastRecentlyUsed() implements Order {}

    /** Those that are cheapest to compute again for each byte that they take. */
    record CheapestToRecompute() implements Order {}

    /**
     * Only those whose time to live has ended.
     *
     * @param now the moment that counts
     */
    record Expired(Instant now) implements Order {}
  }
}
