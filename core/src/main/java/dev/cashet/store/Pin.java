package dev.cashet.store;

import dev.cashet.model.CommitId;
import java.time.Instant;

/**
 * A commit that is kept until it is unpinned.
 *
 * @param name a name that stands for the commit; empty for none
 * @param commit which commit
 * @param since when it was pinned
 */
public record Pin(String name, CommitId commit, Instant since) {}
