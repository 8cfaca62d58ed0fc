package dev.cashet.canonical;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a map of the platform. */
final class MapMemento implements Memento {
  private final Map<@Nullable Object, @Nullable Object> map;
  private final @Nullable Object[] keys;
  private final @Nullable Object[] values;

  @SuppressWarnings("unchecked")
  MapMemento(Map<?, ?> map) {
    this.map = (Map<@Nullable Object, @Nullable Object>) map;
    keys = map.keySet().toArray();
    values = map.values().toArray();
  }

  @Override
  public boolean hasChanged() {
    return !Same.elements(map.keySet(), keys) || !Same.elements(map.values(), values);
  }

  @Override
  public void restore() {
    map.clear();
    for (int i = 0; i < keys.length; i++) {
      map.put(keys[i], values[i]);
    }
  }
}
