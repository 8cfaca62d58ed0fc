package dev.cashet.maintenance;

import dev.cashet.store.Removed;
import java.util.List;

/**
 * What a collection has let go, or would let go.
 *
 * @param evictions commits, the first {@link #LISTED} of them
 * @param removed how much went in all
 * @param swept of that, blobs that no commit named when the collection began
 * @param bytesBefore what the store took on disk before
 * @param bytesAfter what it takes now, or would take
 * @param dryRun whether nothing went
 */
public record GcReport(
    List<Eviction> evictions,
    Removed removed,
    Removed swept,
    long bytesBefore,
    long bytesAfter,
    boolean dryRun) {
  /** So many evictions are listed one by one. */
  public static final int LISTED = 10_000;

  /** Copies the list. */
  public GcReport {
    evictions = List.copyOf(evictions);
  }
}
