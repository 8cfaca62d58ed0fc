package dev.cashet.codec;

import java.util.Collections;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The orders of sorted collections that can be brought back. */
enum Sorting {
  NATURAL,
  REVERSE,
  CASELESS;

  /** Null for the natural order, as sorted collections have it. */
  @SuppressWarnings({"unchecked", "NullAway"
  }) // the platform's sorted collections take null for the natural order
  Comparator<@Nullable Object> comparator() {
    Comparator<?> order = switch (this) {
      case NATURAL -> null;
      case REVERSE -> Collections.reverseOrder();
      case CASELESS -> String.CASE_INSENSITIVE_ORDER;
    };
    return (Comparator<@Nullable Object>) order;
  }

  /** Null if it is none of them. */
  static @Nullable Sorting of(@Nullable Comparator<?> comparator) {
    if (comparator == null || comparator == Comparator.naturalOrder()) {
      return NATURAL;
    }
    if (comparator == Collections.reverseOrder()) {
      return REVERSE;
    }
    return comparator == String.CASE_INSENSITIVE_ORDER ? CASELESS : null;
  }
}
