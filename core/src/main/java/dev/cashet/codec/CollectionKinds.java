package dev.cashet.codec;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** The platform's collections: which kind each class is kept as. */
@SuppressWarnings("JdkObsolete")
final class CollectionKinds {
  private static final Map<Class<?>, ListKind> LISTS = Map.ofEntries(
      Map.entry(ArrayList.class, ListKind.ARRAY_LIST),
      Map.entry(LinkedList.class, ListKind.LINKED_LIST),
      Map.entry(java.util.Arrays.asList(1).getClass(), ListKind.FIXED),
      Map.entry(Vector.class, ListKind.VECTOR),
      Map.entry(Stack.class, ListKind.STACK),
      Map.entry(CopyOnWriteArrayList.class, ListKind.COPY_ON_WRITE),
      Map.entry(ArrayDeque.class, ListKind.ARRAY_DEQUE),
      Map.entry(ConcurrentLinkedDeque.class, ListKind.CONCURRENT_DEQUE),
      Map.entry(ConcurrentLinkedQueue.class, ListKind.CONCURRENT_QUEUE),
      Map.entry(PriorityQueue.class, ListKind.PRIORITY_QUEUE));
  private static final Map<Class<?>, SetKind> SETS = Map.of(
      HashSet.class,
      SetKind.HASH,
      LinkedHashSet.class,
      SetKind.LINKED,
      CopyOnWriteArraySet.class,
      SetKind.COPY_ON_WRITE,
      ConcurrentHashMap.newKeySet().getClass(),
      SetKind.CONCURRENT,
      TreeSet.class,
      SetKind.TREE,
      ConcurrentSkipListSet.class,
      SetKind.SKIP_LIST);
  private static final Map<Class<?>, MapKind> MAPS = Map.of(
      HashMap.class, MapKind.HASH,
      LinkedHashMap.class, MapKind.LINKED,
      Hashtable.class, MapKind.TABLE,
      ConcurrentHashMap.class, MapKind.CONCURRENT,
      TreeMap.class, MapKind.TREE,
      ConcurrentSkipListMap.class, MapKind.SKIP_LIST);

  private CollectionKinds() {}

  static @Nullable Kind find(Class<?> type) {
    if (!Jdk.owns(type) || !type.getName().startsWith("java.util.")) {
      return null;
    }
    if (EnumSet.class.isAssignableFrom(type)) {
      return EnumKinds::set;
    }
    if (EnumMap.class == type) {
      return EnumKinds::map;
    }
    if (List.class.isAssignableFrom(type) || LISTS.containsKey(type)) {
      return ofList(type);
    }
    if (Set.class.isAssignableFrom(type)) {
      return ofSet(type);
    }
    return Map.class.isAssignableFrom(type) ? ofMap(type) : null;
  }

  /** Whether the class of the platform cannot be changed through its own methods. */
  private static boolean isFixed(Class<?> type) {
    String name = type.getName();
    return !name.startsWith("java.util.Collections$Synchronized")
        && !name.startsWith("java.util.Collections$Checked")
        && !name.equals("java.util.Collections$SetFromMap")
        && (name.startsWith("java.util.Collections$")
            || name.startsWith("java.util.ImmutableCollections")
            || name.contains("Set") && name.contains("$")
            || name.contains("$Reverse"));
  }

  private static Kind ofList(Class<?> type) {
    ListKind known = LISTS.get(type);
    if (known == ListKind.PRIORITY_QUEUE) {
      return CollectionKinds::heap;
    }
    if (known != null) {
      return (value, to) -> list(known, (Collection<?>) value, to);
    }
    boolean fixed = isFixed(type);
    return (value, to) -> {
      Collection<?> elements = (Collection<?>) value;
      ListKind kind = ListKind.ARRAY_LIST;
      if (fixed) {
        kind = hasNull(elements) ? ListKind.UNMODIFIABLE : ListKind.IMMUTABLE;
      }
      list(kind, elements, to);
    };
  }

  private static boolean hasNull(Collection<?> elements) {
    for (Object element : elements) {
      if (element == null) {
        return true;
      }
    }
    return false;
  }

  private static void heap(Object value, Encoder to) throws IOException {
    PriorityQueue<?> queue = (PriorityQueue<?>) value;
    if (Sorting.of(queue.comparator()) != Sorting.NATURAL) {
      throw unknownOrder(value, to);
    }
    list(ListKind.PRIORITY_QUEUE, queue, to);
  }

  private static UnserializableException unknownOrder(Object value, Encoder to) {
    return to.refusal(
        value,
        "its comparator cannot be brought back; return one in natural or reverse order, or a list",
        null);
  }

  private static void list(ListKind kind, Collection<?> elements, Encoder to) throws IOException {
    if (kind.canHoldItself() && to.refers(elements)) {
      return;
    }
    to.out.u8(Wire.LIST);
    to.out.u8(kind.ordinal());
    elements(elements, to);
    if (kind.canHoldItself()) {
      to.ends(elements, false);
    }
  }

  private static void elements(Collection<?> elements, Encoder to) throws IOException {
    int count = elements.size();
    to.out.count(count);
    int index = 0;
    for (Object element : elements) {
      to.part(element, index++);
    }
    if (index != count) {
      throw to.refusal(
          elements, "it was changed by another thread while it was being stored", null);
    }
  }

  private static Kind ofSet(Class<?> type) {
    SetKind known = SETS.get(type);
    if (known == SetKind.TREE || known == SetKind.SKIP_LIST) {
      return (value, to) -> {
        Sorting sorting = Sorting.of(((SortedSet<?>) value).comparator());
        if (sorting == null) {
          throw unknownOrder(value, to);
        }
        SetKind kind = SetKind.of(known.ordinal() + sorting.ordinal());
        set(kind == null ? known : kind, (Set<?>) value, to);
      };
    }
    if (known != null) {
      return (value, to) -> set(known, (Set<?>) value, to);
    }
    boolean fixed = isFixed(type);
    return (value, to) -> {
      Set<?> elements = (Set<?>) value;
      boolean ordered = Order.isOrdered(elements, to);
      SetKind kind = ordered ? SetKind.LINKED : SetKind.HASH;
      if (fixed) {
        SetKind unordered = hasNull(elements) ? SetKind.UNMODIFIABLE : SetKind.IMMUTABLE;
        kind = ordered ? SetKind.UNMODIFIABLE_LINKED : unordered;
      }
      set(kind, elements, to);
    };
  }

  private static void checkSpread(Object collection, Collection<?> elements, Encoder to) {
    if (!HashCodes.spread(elements)) {
      throw to.refusal(
          collection,
          "too many of its elements have the same hash code, which would take too long to bring back; give their class"
              + " a better hashCode, or return a list",
          null);
    }
  }

  private static void set(SetKind kind, Set<?> set, Encoder to) throws IOException {
    checkSpread(set, set, to);
    if (kind.canHoldItself() && to.refers(set)) {
      return;
    }
    int before = kind.canHoldItself() ? -1 : to.seal();
    to.out.u8(Wire.SET);
    to.out.u8(kind.ordinal());
    elements(kind.isOrdered() ? set : Order.of(set, to), to);
    if (kind.canHoldItself()) {
      to.ends(set, false);
    } else {
      to.unseal(before);
    }
  }

  private static @Nullable Kind ofMap(Class<?> type) {
    if (type == IdentityHashMap.class || type == WeakHashMap.class) {
      return Kinds.refuse("its keys count by identity, which does not come back; return a HashMap");
    }
    MapKind known = MAPS.get(type);
    if (known == MapKind.TREE || known == MapKind.SKIP_LIST) {
      return (value, to) -> {
        Sorting sorting = Sorting.of(((SortedMap<?, ?>) value).comparator());
        if (sorting == null) {
          throw unknownOrder(value, to);
        }
        MapKind kind = MapKind.of(known.ordinal() + sorting.ordinal());
        map(kind == null ? known : kind, (Map<?, ?>) value, to);
      };
    }
    if (known != null) {
      return (value, to) -> map(known, (Map<?, ?>) value, to);
    }
    if (!type.getName().startsWith("java.util.Collections$") && !isFixed(type)) {
      return null;
    }
    boolean fixed = isFixed(type);
    return (value, to) -> {
      Map<?, ?> entries = (Map<?, ?>) value;
      boolean ordered = Order.isOrdered(entries, to);
      MapKind kind = ordered ? MapKind.LINKED : MapKind.HASH;
      if (fixed) {
        boolean nulls = hasNull(entries.keySet()) || hasNull(entries.values());
        MapKind unordered = nulls ? MapKind.UNMODIFIABLE : MapKind.IMMUTABLE;
        kind = ordered ? MapKind.UNMODIFIABLE_LINKED : unordered;
      }
      map(kind, entries, to);
    };
  }

  private static void map(MapKind kind, Map<?, ?> map, Encoder to) throws IOException {
    checkSpread(map, map.keySet(), to);
    if (kind.canHoldItself() && to.refers(map)) {
      return;
    }
    int before = kind.canHoldItself() ? -1 : to.seal();
    to.out.u8(Wire.MAP);
    to.out.u8(kind.ordinal());
    Map<@Nullable Object, @Nullable Object> found = new IdentityHashMap<>();
    List<@Nullable Object> keys = new ArrayList<>(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      keys.add(entry.getKey());
      found.put(entry.getKey(), entry.getValue());
    }
    to.out.count(keys.size());
    for (Object key : kind.isOrdered() ? keys : Order.of(keys, to)) {
      to.part(key, "key");
      to.part(found.get(key), key instanceof String name ? name : "value");
    }
    if (kind.canHoldItself()) {
      to.ends(map, false);
    } else {
      to.unseal(before);
    }
  }
}
