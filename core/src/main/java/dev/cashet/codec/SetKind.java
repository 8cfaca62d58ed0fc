package dev.cashet.codec;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sets by what comes back. The order is the format's: new ones go to the end. */
enum SetKind {
  IMMUTABLE(null, false),
  HASH(HashSet::new, false),
  LINKED(LinkedHashSet::new, true),
  /** Like {@link #IMMUTABLE}, with null among the elements. */
  UNMODIFIABLE(null, false),
  UNMODIFIABLE_LINKED(null, true),
  COPY_ON_WRITE(CopyOnWriteArraySet::new, true),
  CONCURRENT(ConcurrentHashMap::newKeySet, false),
  TREE(() -> new TreeSet<>(Sorting.NATURAL.comparator()), true),
  TREE_REVERSE(() -> new TreeSet<>(Sorting.REVERSE.comparator()), true),
  TREE_CASELESS(() -> new TreeSet<>(Sorting.CASELESS.comparator()), true),
  SKIP_LIST(() -> new ConcurrentSkipListSet<>(Sorting.NATURAL.comparator()), true),
  SKIP_LIST_REVERSE(() -> new ConcurrentSkipListSet<>(Sorting.REVERSE.comparator()), true),
  SKIP_LIST_CASELESS(() -> new ConcurrentSkipListSet<>(Sorting.CASELESS.comparator()), true);

  /** The sets of {@link Set#of} look for places one after the other: a large one of equal hashes would never end. */
  private static final int MAX_PROBED = 1024;

  private static final SetKind[] ALL = values();

  private final @Nullable Supplier<Collection<@Nullable Object>> empty;
  private final boolean ordered;

  SetKind(@Nullable Supplier<Collection<@Nullable Object>> empty, boolean ordered) {
    this.empty = empty;
    this.ordered = ordered;
  }

  static @Nullable SetKind of(int number) {
    return number < ALL.length ? ALL[number] : null;
  }

  boolean isOrdered() {
    return ordered;
  }

  boolean canHoldItself() {
    return empty != null;
  }

  /** A new one that takes elements; null if it is made from all its elements at once. */
  @Nullable
  Collection<@Nullable Object> empty() {
    return empty == null ? null : empty.get();
  }

  Set<?> copy(List<?> elements) {
    if (this == UNMODIFIABLE_LINKED) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
    Set<?> hashed = new HashSet<>(elements);
    return this == IMMUTABLE && elements.size() <= MAX_PROBED
        ? Set.copyOf(hashed)
        : Collections.unmodifiableSet(hashed);
  }
}
