package dev.cashet.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sequences by what comes back. The order is the format's: new ones go to the end. */
@SuppressWarnings("JdkObsolete") // a Vector comes back as a Vector
enum ListKind {
  IMMUTABLE(null, List::copyOf),
  ARRAY_LIST(ArrayList::new, null),
  LINKED_LIST(LinkedList::new, null),
  /** Like {@link #IMMUTABLE}, with null among the elements. */
  UNMODIFIABLE(null, elements -> Collections.unmodifiableList(new ArrayList<>(elements))),
  FIXED(null, elements -> Arrays.asList(elements.toArray())),
  VECTOR(Vector::new, null),
  STACK(Stack::new, null),
  COPY_ON_WRITE(null, CopyOnWriteArrayList::new),
  ARRAY_DEQUE(ArrayDeque::new, null),
  CONCURRENT_DEQUE(ConcurrentLinkedDeque::new, null),
  CONCURRENT_QUEUE(ConcurrentLinkedQueue::new, null),
  /** In the natural order; its elements as they lie in the heap. */
  PRIORITY_QUEUE(null, PriorityQueue::new);

  private static final ListKind[] ALL = values();

  private final @Nullable Supplier<Collection<@Nullable Object>> empty;
  private final @Nullable Function<List<?>, Object> copy;

  ListKind(
      @Nullable Supplier<Collection<@Nullable Object>> empty,
      @Nullable Function<List<?>, Object> copy) {
    this.empty = empty;
    this.copy = copy;
  }

  static @Nullable ListKind of(int number) {
    return number < ALL.length ? ALL[number] : null;
  }

  /** A new one that takes elements; null if it is made from all its elements at once, and so cannot hold itself. */
  @Nullable
  Collection<@Nullable Object> empty() {
    return empty == null ? null : empty.get();
  }

  boolean canHoldItself() {
    return empty != null;
  }

  Object copy(List<?> elements) {
    if (copy == null) {
      throw new IllegalStateException(this + " is made empty");
    }
    return copy.apply(elements);
  }
}
