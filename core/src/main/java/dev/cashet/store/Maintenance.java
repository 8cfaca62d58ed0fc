package dev.cashet.store;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What keeps a store small and sound. Commits go before the blobs that they name, and a blob goes only while no commit
 * names it and no writer has put it that has yet to append; so a reader finds what it has found before, or a miss, and a
 * writer's result stands. A stream that is open is not disturbed. Safe for many threads and processes.
 */
public interface Maintenance {
  /**
   * Notes that a commit was served, loaded or used as an input. Returns at once: notes are collected in memory and
   * written in batches; they are lost if the process is killed, and dropped if the store cannot be written.
   *
   * @param hit whether a submission was served by it
   */
  void used(CommitId commit, boolean hit);

  /** Writes the notes that are still in memory, as far as the store can be written. */
  void flush();

  /**
   * Results that the call of this claim was given stay until the claim ends.
   *
   * @throws StoreException if the store cannot be written
   */
  void hold(Claims.Grant grant, List<Digest> results);

  /** Commits that may be let go; pinned ones and those whose results a running call uses are left out. Writes nothing. */
  Candidates candidates(Candidates.Order order);

  /**
   * Removes commits, pinned or not, and then blobs that nobody names any more. Names that are unknown are passed over.
   *
   * @throws StoreException if the store cannot be written; some may be gone then
   */
  Removed remove(Collection<CommitId> commits);

  /** Removes all commits, pins and blobs. Claims stand, and what their owners append is kept. */
  Removed clear();

  /**
   * Removes what no commit names: blobs whose writer is gone, unfinished files, derived data beyond its bound.
   *
   * @param grace what was written within this time is left alone
   * @param dryRun whether to count only
   */
  Removed sweep(Duration grace, boolean dryRun);

  /** What the store will take on disk after {@link #shrink}; asks counters alone. */
  long occupiedBytes();

  /** Gives space that removed rows leave in the store back to the system. */
  void shrink();

  /**
   * Checks everything: blobs against their digests, commits against their names, references, indexes, counters.
   *
   * @param request what to do about what is found
   */
  VerifyReport verify(VerifyRequest request);
}
