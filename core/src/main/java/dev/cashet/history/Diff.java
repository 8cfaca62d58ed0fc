package dev.cashet.history;

import dev.cashet.store.Entry;
import java.util.List;

/**
 * Two commits side by side.
 *
 * @param before the first
 * @param after the second
 * @param key what makes their keys differ: code by parts, libraries, options, arguments; empty for equal keys
 * @param source the function's source line by line; empty if one of them is not known or they are equal
 * @param output how their results differ
 */
public record Diff(
    Entry before, Entry after, List<Change> key, List<TextDiff.Line> source, OutputDiff output) {
  /** Copies the lists. */
  public Diff {
    key = List.copyOf(key);
    source = List.copyOf(source);
  }
}
