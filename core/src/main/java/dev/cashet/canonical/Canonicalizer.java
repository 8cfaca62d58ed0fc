package dev.cashet.canonical;

import org.jspecify.annotations.Nullable;

/**
 * Says what identifies values of a class that one cannot change or that count by less than all their fields. Found by
 * {@link java.util.ServiceLoader}, or given to {@link Canonical}. Safe for many threads.
 *
 * @param <T> the class
 */
public interface Canonicalizer<T> {
  /** The class; if it is an interface or abstract, everything that implements it and has no nearer canonicalizer. */
  Class<T> type();

  /** The name and version of the form, part of the key: change it when {@link #canonical} gets another meaning. */
  String name();

  /** What identifies the value: a value of any kind that counts by itself, never the value itself. */
  @Nullable
  Object canonical(T value);
}
