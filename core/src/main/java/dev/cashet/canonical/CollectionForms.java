package dev.cashet.canonical;

import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.WeakHashMap;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The platform's collections, by what they promise: lists by order; sets and maps by content unless they have an order
 * of their own; sorted ones with their comparator. Views that only forbid or guard are seen through.
 */
final class CollectionForms {
  private static final String PACKAGE = "java.util.";
  /** Up to so many elements of a list are taken out at once, which is faster than asking for each. */
  private static final int COPIED = 1 << 16;

  private CollectionForms() {}

  static @Nullable Form find(Class<?> type) {
    boolean collection =
        Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    if (!collection || !Platform.owns(type) || !type.getName().startsWith(PACKAGE)) {
      return ValueForms.find(type);
    }
    return ofPlatform(type);
  }

  /** The form that instances of the class, or of a class that extends it, have as collections; null if unknown. */
  static @Nullable Form ofPlatform(Class<?> type) {
    if (Views.isView(type)) {
      return Views::write;
    }
    if (Map.class.isAssignableFrom(type)) {
      return ofMaps(type);
    }
    if (List.class.isAssignableFrom(type)) {
      return CollectionForms::list;
    }
    if (Set.class.isAssignableFrom(type)) {
      return ofSets(type);
    }
    if (BlockingQueue.class.isAssignableFrom(type)) {
      return null;
    }
    if (PriorityQueue.class.isAssignableFrom(type)) {
      return CollectionForms::heap;
    }
    if (Queue.class.isAssignableFrom(type)) {
      return (value, out) -> named(value, out, type.getName());
    }
    return ofValues(type);
  }

  private static @Nullable Form ofMaps(Class<?> type) {
    if (SortedMap.class.isAssignableFrom(type)) {
      return CollectionForms::sortedMap;
    }
    if (WeakHashMap.class.isAssignableFrom(type)) {
      return null;
    }
    if (IdentityHashMap.class.isAssignableFrom(type)) {
      return CollectionForms::identityMap;
    }
    return isOrderedMap(type) ? CollectionForms::orderedMap : CollectionForms::map;
  }

  private static Form ofSets(Class<?> type) {
    if (SortedSet.class.isAssignableFrom(type)) {
      return CollectionForms::sortedSet;
    }
    return isOrderedSet(type) ? CollectionForms::orderedSet : CollectionForms::set;
  }

  private static boolean isOrderedMap(Class<?> type) {
    return LinkedHashMap.class.isAssignableFrom(type) || type.getName().equals("java.util.EnumMap");
  }

  private static boolean isOrderedSet(Class<?> type) {
    String name = type.getName();
    return LinkedHashSet.class.isAssignableFrom(type)
        || name.contains("EnumSet")
        || name.contains("CopyOnWriteArraySet")
        || name.contains("$Linked")
        || name.startsWith("java.util.EnumMap$")
        || name.startsWith("java.util.TreeMap$");
  }

  /** Whether a set or map of the platform has an order of its own, seen through views. */
  static boolean isOrdered(Object collection) {
    Object shown = collection;
    while (Views.isView(shown.getClass())) {
      Object next = Views.behind(shown);
      if (next == null) {
        throw new IllegalArgumentException(
            "what this " + shown.getClass().getTypeName() + " shows cannot be seen");
      }
      shown = next;
    }
    Class<?> type = shown.getClass();
    return shown instanceof SortedSet<?>
        || shown instanceof SortedMap<?, ?>
        || (shown instanceof Map<?, ?> ? isOrderedMap(type) : isOrderedSet(type));
  }

  /** What {@code Map.values()} gives. */
  private static @Nullable Form ofValues(Class<?> type) {
    String name = type.getName();
    if (!name.contains("Values") && !name.contains("ValueCollection")) {
      return null;
    }
    boolean ordered = name.contains("$Linked")
        || name.startsWith("java.util.EnumMap$")
        || name.startsWith("java.util.TreeMap$")
        || name.contains("SkipList");
    return ordered
        ? (value, out) -> named(value, out, "java.util.Collection")
        : CollectionForms::bag;
  }

  private static void list(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.LIST)) {
      List<?> list = (List<?>) value;
      int size = list.size();
      out.children(size, size <= COPIED ? Children.of(list.toArray()) : Children.of(list));
    }
  }

  private static void set(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.SET)) {
      Set<?> set = (Set<?>) value;
      out.unordered(set.size(), 1, Children.of(set));
    }
  }

  private static void orderedSet(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.ORDERED_SET)) {
      Set<?> set = (Set<?>) value;
      out.children(set.size(), Children.of(set));
    }
  }

  private static void sortedSet(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.SORTED_SET)) {
      SortedSet<?> set = (SortedSet<?>) value;
      out.children(set.size() + 1, new After(order(set.comparator()), Children.of(set)));
    }
  }

  private static void map(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.MAP)) {
      Map<?, ?> map = (Map<?, ?>) value;
      out.unordered(2 * map.size(), 2, Children.of(map));
    }
  }

  private static void orderedMap(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.ORDERED_MAP)) {
      Map<?, ?> map = (Map<?, ?>) value;
      out.children(2 * map.size(), Children.of(map));
    }
  }

  private static void sortedMap(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.SORTED_MAP)) {
      SortedMap<?, ?> map = (SortedMap<?, ?>) value;
      out.children(2 * map.size() + 1, new After(order(map.comparator()), Children.of(map)));
    }
  }

  private static void identityMap(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.NAMED_BAG)) {
      out.bytes.name(IdentityHashMap.class.getName());
      Map<?, ?> map = (Map<?, ?>) value;
      out.unordered(2 * map.size(), 2, Children.of(map));
    }
  }

  private static void bag(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.NAMED_BAG)) {
      out.bytes.name("java.util.Collection");
      Collection<?> bag = (Collection<?>) value;
      out.unordered(bag.size(), 1, Children.of(bag));
    }
  }

  private static void named(Object value, CanonicalWriter out, String name) {
    if (out.begin(value, Tag.NAMED_GROUP)) {
      out.bytes.name(name);
      Collection<?> elements = (Collection<?>) value;
      out.children(elements.size(), Children.of(elements));
    }
  }

  /** By the order of its heap, which decides between equal elements. */
  private static void heap(Object value, CanonicalWriter out) {
    if (out.begin(value, Tag.NAMED_GROUP)) {
      out.bytes.name(PriorityQueue.class.getName());
      PriorityQueue<?> queue = (PriorityQueue<?>) value;
      out.children(queue.size() + 1, new After(order(queue.comparator()), Children.of(queue)));
    }
  }

  private static @Nullable Object order(@Nullable Comparator<?> comparator) {
    return comparator == Comparator.naturalOrder() ? null : comparator;
  }

  /** A comparator, then the elements that it has put in order. */
  private static final class After implements Children {
    private final @Nullable Object first;
    private final Children rest;
    private int given;

    After(@Nullable Object first, Children rest) {
      this.first = first;
      this.rest = rest;
    }

    @Override
    public boolean hasNext() {
      return given == 0 || rest.hasNext();
    }

    @Override
    public @Nullable Object next() {
      if (given == 0) {
        given = 1;
        return first;
      }
      given = 2;
      return rest.next();
    }

    @Override
    public String place() {
      return given < 2 ? ".comparator" : rest.place();
    }
  }
}
