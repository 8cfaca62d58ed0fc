package dev.cashet.codec;

import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps by what comes back. The order is the format's: new ones go to the end. */
@SuppressWarnings("JdkObsolete") // a Hashtable comes back as a Hashtable
enum MapKind {
  IMMUTABLE(null, false),
  HASH(HashMap::new, false),
  LINKED(LinkedHashMap::new, true),
  /** Like {@link #IMMUTABLE}, with null among keys or values. */
  UNMODIFIABLE(null, false),
  UNMODIFIABLE_LINKED(null, true),
  TABLE(Hashtable::new, false),
  CONCURRENT(ConcurrentHashMap::new, false),
  TREE(() -> new TreeMap<>(Sorting.NATURAL.comparator()), true),
  TREE_REVERSE(() -> new TreeMap<>(Sorting.REVERSE.comparator()), true),
  TREE_CASELESS(() -> new TreeMap<>(Sorting.CASELESS.comparator()), true),
  SKIP_LIST(() -> new ConcurrentSkipListMap<>(Sorting.NATURAL.comparator()), true),
  SKIP_LIST_REVERSE(() -> new ConcurrentSkipListMap<>(Sorting.REVERSE.comparator()), true),
  SKIP_LIST_CASELESS(() -> new ConcurrentSkipListMap<>(Sorting.CASELESS.comparator()), true);

  /** The maps of {@link Map#of} look for places one after the other: a large one of equal hashes would never end. */
  private static final int MAX_PROBED = 1024;

  private static final MapKind[] ALL = values();

  private final @Nullable Supplier<Map<@Nullable Object, @Nullable Object>> empty;
  private final boolean ordered;

  MapKind(@Nullable Supplier<Map<@Nullable Object, @Nullable Object>> empty, boolean ordered) {
    this.empty = empty;
    this.ordered = ordered;
  }

  static @Nullable MapKind of(int number) {
    return number < ALL.length ? ALL[number] : null;
  }

  boolean isOrdered() {
    return ordered;
  }

  boolean canHoldItself() {
    return empty != null;
  }

  /** A new one that takes entries; null if it is made from all its entries at once. */
  @Nullable
  Map<@Nullable Object, @Nullable Object> empty() {
    return empty == null ? null : empty.get();
  }

  Map<?, ?> copy(Map<?, ?> entries) {
    return this == IMMUTABLE && entries.size() <= MAX_PROBED
        ? Map.copyOf(entries)
        : Collections.unmodifiableMap(entries);
  }
}
