package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The identity of values: equal values have equal digests in every thread, process and machine, and different values
 * different ones (docs/format/canonical.md says which bytes are hashed). What has no identity is refused. Immutable and
 * safe for many threads.
 */
public final class Canonical {
  private final ThreadLocal<CanonicalWriter> writers;
  private final Forms forms;
  private final Mementos mementos;

  /**
   * With forms for the user's own classes.
   *
   * @param canonicalizers at most one for a class
   * @throws IllegalArgumentException if two are for one class
   */
  public Canonical(Collection<? extends Canonicalizer<?>> canonicalizers) {
    forms = new Forms(List.copyOf(canonicalizers));
    mementos = new Mementos(forms);
    writers = ThreadLocal.withInitial(() -> new CanonicalWriter(forms));
  }

  /** With every {@link Canonicalizer} that the loader finds as a service. */
  public static Canonical of(ClassLoader loader) {
    return of(loader, List.of());
  }

  /**
   * The same with more of them.
   *
   * @throws IllegalArgumentException if two are for one class
   */
  public static Canonical of(ClassLoader loader, Collection<? extends Canonicalizer<?>> more) {
    List<Canonicalizer<?>> found = new ArrayList<>(more);
    for (Canonicalizer<?> canonicalizer : ServiceLoader.load(Canonicalizer.class, loader)) {
      found.add(canonicalizer);
    }
    return new Canonical(found);
  }

  /**
   * The digest of one value.
   *
   * @param value may be null; must not be changed by another thread meanwhile
   * @param path what to call it in messages, for example {@code argument 2}
   * @param observer told of what the value contains besides plain data
   * @throws UnhashableException if the value, or something in it, has no identity; the message names where and what to do
   */
  public Digest digest(@Nullable Object value, String path, CanonicalObserver observer) {
    return digest(value, () -> path, observer);
  }

  /** The same with a name that is made only if there is a message. */
  public Digest digest(@Nullable Object value, Supplier<String> path, CanonicalObserver observer) {
    return free().digest(value, path, observer);
  }

  /**
   * Keeps what the values hold now, so that it can be put back.
   *
   * @param values each may be null
   * @param budget how much memory may be used; beyond that the snapshot is not complete
   */
  public Snapshot snapshot(List<? extends @Nullable Object> values, SnapshotBudget budget) {
    return Snapshot.take(values, mementos, budget);
  }

  /**
   * Whether a set or map of the Java platform counts by its order: linked and sorted ones and those of enum constants
   * do, and views of them.
   *
   * @throws IllegalArgumentException if the view hides what it shows
   */
  public static boolean countsOrder(Object setOrMap) {
    return CollectionForms.isOrdered(setOrMap);
  }

  /** The forms of a call's arguments, none yet. */
  public ArgumentForms arguments() {
    return new ArgumentForms(this);
  }

  void shortForm(
      @Nullable Object value, Supplier<String> path, CanonicalObserver observer, ArgumentForms to) {
    free().shortForm(value, path, observer, to);
  }

  /** The digest of a list of which only the digests of its elements are known. */
  public Digest combine(List<Digest> digests) {
    ArgumentForms forms = arguments();
    digests.forEach(forms::add);
    return forms.all();
  }

  private CanonicalWriter free() {
    CanonicalWriter writer = writers.get();
    // a function among the values has captured values of its own
    return writer.isBusy() ? new CanonicalWriter(forms) : writer;
  }
}
