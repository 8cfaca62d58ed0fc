package dev.cashet.canonical;

/** What one object held, itself and not its parts. */
interface Memento {
  boolean hasChanged();

  void restore();
}
