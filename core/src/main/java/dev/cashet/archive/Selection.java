package dev.cashet.archive;

import dev.cashet.store.LogQuery;
import java.util.List;

/**
 * Which commits go into an archive.
 *
 * @param query those that match, without regard to its limit
 * @param hashes only these, by hash or its start; all that match if empty
 * @param lineage whether what they were made from goes with them
 */
public record Selection(LogQuery query, List<String> hashes, boolean lineage) {
  /** Everything. */
  public static final Selection ALL =
      new Selection(LogQuery.newest(Integer.MAX_VALUE), List.of(), false);

  /** Copies the list. */
  public Selection {
    hashes = List.copyOf(hashes);
  }

  /** Commits that match. */
  public static Selection of(LogQuery query) {
    return new Selection(query, List.of(), false);
  }

  /** These commits. */
  public static Selection of(List<String> hashes) {
    if (hashes.isEmpty()) {
      throw new IllegalArgumentException("export: no hash is given");
    }
    return new Selection(ALL.query(), hashes, false);
  }

  /** With all that they were made from. */
  public Selection withLineage() {
    return new Selection(query, hashes, true);
  }
}
