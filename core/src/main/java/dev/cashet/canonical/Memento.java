package dev.cashet.canonical;

/** What one object held, itself and not its parts. */
interface Memento {
  boolean hasChanged();

  void restore();

  /** About how much memory it takes. */
  long bytes();
}
