package dev.cashet.canonical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What mutable values held at one moment, so that it can be put back into the same objects: elements of arrays and
 * collections, fields of the user's objects, contents of the platform's holders. It sees what a key sees: a value that
 * says its own form, or has a {@link Canonicalizer}, is left alone. For one thread.
 *
 * <p>Rejected: copies for the task to work on (the first run would see other objects than the caller's, and a value may
 * not be copyable); hashing again (as dear as the key, and it cannot put anything back).
 */
public final class Snapshot {
  private final List<Taken> taken = new ArrayList<>();
  private final Map<Object, Boolean> seen = new IdentityHashMap<>();
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final Mementos mementos;
  private final SnapshotBudget budget;
  private long bytes;
  private boolean complete = true;

  private record Taken(int value, Memento memento) {}

  private Snapshot(Mementos mementos, SnapshotBudget budget) {
    this.mementos = mementos;
    this.budget = budget;
  }

  static Snapshot take(
      List<? extends @Nullable Object> values, Mementos mementos, SnapshotBudget budget) {
    Snapshot snapshot = new Snapshot(mementos, budget);
    try {
      for (int i = 0; i < values.size() && snapshot.complete; i++) {
        snapshot.add(values.get(i), i);
      }
    } catch (RuntimeException e) {
      // changed by another thread meanwhile
      snapshot.giveUp();
    }
    snapshot.seen.clear();
    snapshot.waiting.clear();
    return snapshot;
  }

  private void add(@Nullable Object value, int index) {
    visit(value);
    while (!waiting.isEmpty() && complete) {
      Object next = waiting.pop();
      long needed = Mementos.bytes(next);
      if (!budget.take(needed)) {
        giveUp();
        return;
      }
      bytes += needed;
      Memento memento = mementos.take(next, this::visit);
      if (memento != null) {
        taken.add(new Taken(index, memento));
      }
    }
  }

  private void visit(@Nullable Object value) {
    if (value != null && mementos.canChange(value) && seen.put(value, true) == null) {
      waiting.push(value);
    }
  }

  private void giveUp() {
    complete = false;
    waiting.clear();
    release();
  }

  /** Forgets everything; there is nothing to put back any more. */
  public void release() {
    taken.clear();
    budget.give(bytes);
    bytes = 0;
  }

  /** False if the values were too large or were being changed: then nothing is known and nothing can be put back. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Puts back everything that has changed since.
   *
   * @return the indexes of the values in which something had changed
   * @throws IllegalStateException if something cannot be put back; the rest is
   */
  public SortedSet<Integer> restore() {
    SortedSet<Integer> changed = new TreeSet<>();
    RuntimeException failure = null;
    // Parts were met after what holds them, and a set or map must find their old hash codes.
    for (int i = taken.size() - 1; i >= 0; i--) {
      Taken one = taken.get(i);
      try {
        if (one.memento().hasChanged()) {
          changed.add(one.value());
          one.memento().restore();
        }
      } catch (RuntimeException e) {
        changed.add(one.value());
        failure = e;
      }
    }
    if (failure != null) {
      throw new IllegalStateException("what was changed cannot be put back: " + failure, failure);
    }
    return changed;
  }

  static void visitAll(Collection<?> values, java.util.function.Consumer<@Nullable Object> to) {
    for (Object value : values) {
      to.accept(value);
    }
  }
}
