package dev.cashet.serializer.json;

import dev.cashet.codec.StableOrder;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** The type that a value shows by itself: that of its elements, if all are of one. */
final class Inference {
  private static final int MAX_DEPTH = 16;

  private final TypeFactory types;

  Inference(TypeFactory types) {
    this.types = types;
  }

  static boolean fits(JavaType type, @Nullable Object value) {
    Class<?> raw = type.getRawClass();
    return value == null
        ? !raw.isPrimitive()
        : raw.isPrimitive() ? raw != void.class : raw.isInstance(value);
  }

  JavaType of(@Nullable Object value) {
    JavaType type = of(value, 0);
    return type == null ? object() : type;
  }

  private JavaType object() {
    return types.constructType(Object.class);
  }

  /** Null if there is nothing to see. */
  private @Nullable JavaType of(@Nullable Object value, int depth) {
    if (value == null) {
      return null;
    }
    if (depth > MAX_DEPTH) {
      return object();
    }
    if (value instanceof Map<?, ?> map) {
      JavaType keys = joined(map.keySet(), depth);
      return types.constructParametricType(kind(map), keys, joined(map.values(), depth));
    }
    if (value instanceof Collection<?> collection) {
      return types.constructParametricType(kind(collection), joined(collection, depth));
    }
    if (value instanceof Optional<?> optional) {
      return types.constructParametricType(
          Optional.class, joined(optional.map(List::<Object>of).orElse(List.of()), depth));
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return types.constructParametricType(
          Map.Entry.class,
          joined(java.util.Collections.singleton(entry.getKey()), depth),
          joined(java.util.Collections.singleton(entry.getValue()), depth));
    }
    return types.constructType(
        value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass());
  }

  private JavaType joined(Collection<?> elements, int depth) {
    JavaType all = null;
    for (Object element : elements) {
      JavaType one = of(element, depth + 1);
      all = all == null || one == null ? (all == null ? one : all) : join(all, one);
      if (all != null && all.isJavaLangObject()) {
        break;
      }
    }
    return all == null ? object() : all;
  }

  private JavaType join(JavaType one, JavaType two) {
    if (one.equals(two)) {
      return one;
    }
    int count = one.containedTypeCount();
    if (one.getRawClass() != two.getRawClass() || count != two.containedTypeCount() || count == 0) {
      return object();
    }
    JavaType[] arguments = new JavaType[count];
    for (int i = 0; i < count; i++) {
      // An empty collection shows nothing of what it is for.
      boolean nothing = one.containedType(i).isJavaLangObject();
      boolean nothingEither = two.containedType(i).isJavaLangObject();
      arguments[i] = nothing
          ? two.containedType(i)
          : nothingEither ? one.containedType(i) : join(one.containedType(i), two.containedType(i));
    }
    return types.constructParametricType(one.getRawClass(), arguments);
  }

  private static Class<?> kind(Map<?, ?> map) {
    Class<?> type = map.getClass();
    if (map instanceof EnumMap<?, ?>
        || PlatformTypes.isData(type) && isNeitherHashedNorTree(type)) {
      return type;
    }
    if (map instanceof SortedMap<?, ?>) {
      return TreeMap.class;
    }
    return StableOrder.isOrdered(map) ? LinkedHashMap.class : Map.class;
  }

  private static Class<?> kind(Collection<?> collection) {
    Class<?> type = collection.getClass();
    if (collection instanceof java.util.EnumSet<?>) {
      return java.util.EnumSet.class;
    }
    if (PlatformTypes.isData(type) && isNeitherHashedNorTree(type)) {
      return type;
    }
    if (collection instanceof SortedSet<?>) {
      return TreeSet.class;
    }
    if (collection instanceof Set<?> set) {
      return StableOrder.isOrdered(set) ? LinkedHashSet.class : Set.class;
    }
    return List.class;
  }

  private static boolean isNeitherHashedNorTree(Class<?> type) {
    String name = type.getSimpleName();
    return PlatformTypes.isConcrete(type)
        && !name.equals("HashMap")
        && !name.equals("HashSet")
        && !name.equals("ArrayList")
        && !name.equals("LinkedList");
  }
}
