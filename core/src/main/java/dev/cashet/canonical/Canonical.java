package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
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
    CanonicalWriter writer = writers.get();
    if (writer.isBusy()) {
      // a function among the values has captured values of its own
      writer = new CanonicalWriter(forms);
    }
    return writer.digest(value, path, observer);
  }

  /**
   * Keeps what the values hold now, so that it can be put back.
   *
   * @param values each may be null
   * @param maxBytes about how much memory may be used; beyond that the snapshot is not complete
   */
  public Snapshot snapshot(List<? extends @Nullable Object> values, long maxBytes) {
    return Snapshot.take(values, mementos, maxBytes);
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

  /** The digest of a whole argument list, from the digests of its values in their order. */
  public Digest combine(List<Digest> arguments) {
    byte[] bytes = new byte[6 + Digest.BYTES * arguments.size()];
    bytes[0] = Tag.SCHEME;
    bytes[1] = Tag.ARGUMENTS;
    int count = arguments.size();
    for (int i = 0; i < 4; i++) {
      bytes[2 + i] = (byte) (count >>> (8 * i));
    }
    for (int i = 0; i < count; i++) {
      arguments.get(i).writeTo(bytes, 6 + i * Digest.BYTES);
    }
    return Digest.sha256(bytes);
  }
}
