package dev.cashet.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words by which people find commits again; never part of a key. Keys are sorted, not empty, and may hold any
 * character; a value may be empty.
 *
 * @param values the tags, sorted by key
 */
public record Tags(SortedMap<String, String> values) {
  private static final Tags NONE = new Tags(new TreeMap<>());

  /** Copies and checks the tags. */
  public Tags {
    TreeMap<String, String> copy = new TreeMap<>();
    values.forEach((key, value) -> {
      if (key == null || key.isEmpty()) {
        throw new IllegalArgumentException("tags: a tag's key cannot be empty");
      }
      if (value == null) {
        throw new IllegalArgumentException("tags: the value of tag '" + key + "' is null");
      }
      copy.put(key, value);
    });
    values = java.util.Collections.unmodifiableSortedMap(copy);
  }

  /** No tags. */
  public static Tags none() {
    return NONE;
  }

  /** These tags. */
  public static Tags of(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Tags(new TreeMap<>(values));
  }

  /** These tags and the others; where both have a key, the others' value stands. */
  public Tags and(Tags others) {
    if (others.values.isEmpty()) {
      return this;
    }
    TreeMap<String, String> merged = new TreeMap<>(values);
    merged.putAll(others.values);
    return new Tags(merged);
  }
}
