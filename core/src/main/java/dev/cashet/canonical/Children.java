package dev.cashet.canonical;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values inside a group, one after the other, with the place of the latest for messages. */
interface Children {
  boolean hasNext();

  @Nullable
  Object next();

  /** The place of the value that {@link #next} gave last: {@code .field}, {@code [3]}. */
  String place();

  static Children of(Collection<?> values) {
    return new OfCollection(values.iterator());
  }

  static Children of(Object[] values) {
    return new OfArray(values, null);
  }

  static Children of(@Nullable Object[] values, String[] names) {
    return new OfArray(values, names);
  }

  static Children of(Map<?, ?> map) {
    return new OfMap(map.entrySet().iterator());
  }

  /** Elements in the order of an iterator. */
  final class OfCollection implements Children {
    private final Iterator<?> values;
    private int at = -1;

    private OfCollection(Iterator<?> values) {
      this.values = values;
    }

    @Override
    public boolean hasNext() {
      return values.hasNext();
    }

    @Override
    public @Nullable Object next() {
      at++;
      return values.next();
    }

    @Override
    public String place() {
      return "[" + at + "]";
    }
  }

  /** Elements of an array, or fields with their names. */
  final class OfArray implements Children {
    private final @Nullable Object[] values;
    private final String @Nullable [] names;
    private int at = -1;

    private OfArray(@Nullable Object[] values, String @Nullable [] names) {
      this.values = values;
      this.names = names;
    }

    @Override
    public boolean hasNext() {
      return at + 1 < values.length;
    }

    @Override
    public @Nullable Object next() {
      return values[++at];
    }

    /** Writes the numbers that come next, up to some; gives how many. */
    int writeNumbers(Bytes to) {
      int count = to.numbers(values, at + 1);
      at += count;
      return count;
    }

    @Override
    public String place() {
      return names == null ? "[" + at + "]" : "." + names[at];
    }
  }

  /** Key, value, key, value. */
  final class OfMap implements Children {
    private final Iterator<? extends Map.Entry<?, ?>> entries;
    private Map.@Nullable Entry<?, ?> entry;
    private boolean valueIsNext;

    private OfMap(Iterator<? extends Map.Entry<?, ?>> entries) {
      this.entries = entries;
    }

    @Override
    public boolean hasNext() {
      return valueIsNext || entries.hasNext();
    }

    @Override
    public @Nullable Object next() {
      if (valueIsNext && entry != null) {
        valueIsNext = false;
        return entry.getValue();
      }
      Map.Entry<?, ?> next = entries.next();
      entry = next;
      valueIsNext = true;
      return next.getKey();
    }

    @Override
    public String place() {
      Object key = entry == null ? null : entry.getKey();
      if (valueIsNext) {
        return "[key]";
      }
      return key instanceof String || key instanceof Number || key instanceof Enum<?>
          ? "["
              + (key instanceof Enum<?> constant
                  ? constant.name()
                  : ArgumentText.clip(key.toString(), 40))
              + "]"
          : "[value]";
    }
  }
}
