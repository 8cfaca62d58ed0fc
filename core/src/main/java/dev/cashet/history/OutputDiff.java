package dev.cashet.history;

import java.util.List;
import java.util.Optional;

/**
 * How the results of two runs differ.
 *
 * @param state whether they do, and whether they were looked into
 * @param note why they were not looked into, or what the runs came to instead of results; may be empty
 * @param changes the places that differ, in order; at most {@link #MAX_CHANGES}
 * @param complete whether all places are among them
 */
public record OutputDiff(State state, String note, List<ValueChange> changes, boolean complete) {
  /** The most places that are listed. */
  public static final int MAX_CHANGES = 1_000;

  /** The largest result, in bytes, that is looked into. */
  public static final long MAX_BYTES = 16 << 20;

  /** Whether results differ. */
  public enum State {
    /** They have the same bytes; not loaded. */
    EQUAL,
    /** They were loaded and compared. */
    COMPARED,
    /** They have different bytes and were not compared. */
    UNREAD
  }

  /**
   * One place.
   *
   * @param path from the whole value, {@code $}, for example {@code $.rows[3].name}
   * @param before the value as JSON, cut if long; empty if the place is new
   * @param after the value as JSON, cut if long; empty if the place is gone
   */
  public record ValueChange(String path, Optional<String> before, Optional<String> after) {}

  /** Copies the list. */
  public OutputDiff {
    changes = List.copyOf(changes);
  }

  static OutputDiff unread(String note) {
    return new OutputDiff(State.UNREAD, note, List.of(), false);
  }
}
