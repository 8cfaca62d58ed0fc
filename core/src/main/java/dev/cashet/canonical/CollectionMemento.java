package dev.cashet.canonical;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/** The elements of a collection of the platform. */
final class CollectionMemento implements Memento {
  private final Collection<@Nullable Object> collection;
  private final @Nullable Object[] before;

  @SuppressWarnings("unchecked")
  CollectionMemento(Collection<?> collection) {
    this.collection = (Collection<@Nullable Object>) collection;
    before = collection.toArray();
  }

  @Override
  public boolean hasChanged() {
    return !Same.elements(collection, before);
  }

  @Override
  public void restore() {
    if (collection instanceof List<@Nullable Object> list && list.size() == before.length) {
      restoreInPlace(list);
      return;
    }
    collection.clear();
    collection.addAll(Arrays.asList(before));
  }

  /** {@code Arrays.asList} has no other way. */
  private void restoreInPlace(List<@Nullable Object> list) {
    if (list instanceof java.util.RandomAccess) {
      for (int i = 0; i < before.length; i++) {
        list.set(i, before[i]);
      }
      return;
    }
    int i = 0;
    for (ListIterator<@Nullable Object> at = list.listIterator(); at.hasNext(); i++) {
      at.next();
      at.set(before[i]);
    }
  }
}
