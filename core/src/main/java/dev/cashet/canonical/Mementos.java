package dev.cashet.canonical;

import dev.cashet.model.StoredValue;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the state of a class's objects is kept; found once for each class. */
final class Mementos {
  /** Keeps the object's own state, if it can change, and hands on its parts. */
  @FunctionalInterface
  private interface Kind {
    @Nullable
    Memento take(Object value, Consumer<@Nullable Object> parts);
  }

  private static final Kind LEAF = (value, parts) -> null;

  private final Forms forms;
  private final ClassValue<Kind> known = new ClassValue<>() {
    @Override
    protected Kind computeValue(Class<?> type) {
      return find(type);
    }
  };

  Mementos(Forms forms) {
    this.forms = forms;
  }

  boolean canChange(Object value) {
    return known.get(value.getClass()) != LEAF;
  }

  @Nullable
  Memento take(Object value, Consumer<@Nullable Object> parts) {
    return known.get(value.getClass()).take(value, parts);
  }

  /** About how much memory the state of an object takes, its parts not counted. */
  static long bytes(Object value) {
    long inside = 192;
    if (value.getClass().isArray()) {
      Class<?> component = value.getClass().getComponentType();
      int size = component == byte.class || component == boolean.class ? 1 : 8;
      inside = (long) size * java.lang.reflect.Array.getLength(value);
    } else if (value instanceof Collection<?> collection) {
      inside = 8L * collection.size();
    } else if (value instanceof Map<?, ?> map) {
      inside = 16L * map.size();
    } else if (value instanceof CharSequence text) {
      inside = 2L * text.length();
    } else if (value instanceof java.nio.ByteBuffer buffer) {
      inside = buffer.remaining();
    } else if (value instanceof java.util.BitSet bits) {
      inside = bits.size() / 8;
    }
    return 64 + inside;
  }

  private Kind find(Class<?> type) {
    if (forms.isOpaque(type)
        || StoredValue.class.isAssignableFrom(type)
        || Enum.class.isAssignableFrom(type)
        || Throwable.class.isAssignableFrom(type)) {
      return LEAF;
    }
    if (type.isArray()) {
      return type.getComponentType().isPrimitive()
          ? (value, parts) -> new ArrayMemento(value)
          : Mementos::objects;
    }
    if (type.isHidden() || type.isSynthetic()) {
      return ofFields(type, true);
    }
    if (!Platform.owns(type)) {
      return extended(type, ofFields(type, type.isRecord()));
    }
    Kind collection = ofCollection(type);
    if (collection != null) {
      return collection;
    }
    return HolderMemento.knows(type) ? HolderMemento::take : LEAF;
  }

  private static Memento objects(Object value, Consumer<@Nullable Object> parts) {
    for (Object element : (Object[]) value) {
      parts.accept(element);
    }
    return new ArrayMemento(value);
  }

  private static @Nullable Kind ofCollection(Class<?> type) {
    boolean fixed = isFixed(type.getName());
    if (Collection.class.isAssignableFrom(type)) {
      return (value, parts) -> {
        Collection<?> collection = (Collection<?>) value;
        Snapshot.visitAll(collection, parts);
        return fixed ? null : new CollectionMemento(collection);
      };
    }
    if (Map.class.isAssignableFrom(type)) {
      return (value, parts) -> {
        Map<?, ?> map = (Map<?, ?>) value;
        Snapshot.visitAll(map.keySet(), parts);
        Snapshot.visitAll(map.values(), parts);
        return fixed ? null : new MapMemento(map);
      };
    }
    return null;
  }

  /** Whether a collection of the platform cannot be changed, or only by way of another that would have to be seen. */
  private static boolean isFixed(String name) {
    return name.startsWith("java.util.ImmutableCollections")
        || name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Empty")
        || name.startsWith("java.util.Collections$Singleton")
        || name.startsWith("java.util.Collections$CopiesList")
        || name.contains("$KeySet")
        || name.contains("KeySet$")
        || name.contains("$EntrySet")
        || name.contains("$Values");
  }

  private static Kind extended(Class<?> type, Kind fields) {
    Class<?> at = type;
    while (at != null && !Platform.owns(at)) {
      at = at.getSuperclass();
    }
    Kind collection = at == null || Fields.isStateless(at) ? null : ofCollection(at);
    return collection == null
        ? fields
        : (value, parts) -> {
          Memento own = fields.take(value, parts);
          Memento content = collection.take(value, parts);
          return own == null || content == null
              ? content == null ? own : content
              : new PairMemento(own, content);
        };
  }

  private static Kind ofFields(Class<?> type, boolean fixed) {
    List<Field> all = new ArrayList<>();
    for (Class<?> at = type; at != null && !Platform.owns(at); at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          all.add(field);
        }
      }
    }
    try {
      all.forEach(field -> field.setAccessible(true));
    } catch (InaccessibleObjectException e) {
      // It has no key either.
      return LEAF;
    }
    Field[] fields = all.toArray(new Field[0]);
    boolean unchanging = fixed;
    if (!fixed) {
      unchanging = all.stream().allMatch(field -> Modifier.isFinal(field.getModifiers()));
    }
    boolean noMemento = unchanging;
    return fields.length == 0
        ? LEAF
        : (value, parts) -> {
          @Nullable Object[] values = new Object[fields.length];
          for (int i = 0; i < fields.length; i++) {
            values[i] = Fields.read(fields[i], value);
            if (!fields[i].getType().isPrimitive()) {
              parts.accept(values[i]);
            }
          }
          return noMemento ? null : new FieldsMemento(value, fields, values);
        };
  }
}
