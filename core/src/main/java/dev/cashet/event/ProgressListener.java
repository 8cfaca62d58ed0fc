package dev.cashet.event;

/**
 * Is told how far batches and maps have come: those that are not inside a task, once they have lasted half a second, at
 * most ten times a second each, and at their end. Found by {@link java.util.ServiceLoader} if the builder names none. Safe
 * for many threads.
 */
@FunctionalInterface
public interface ProgressListener {
  /** A batch or map has come so far. */
  void on(Progress progress);
}
