package dev.cashet.store;

/** Where a store keeps a blob's bytes. */
public enum Tier {
  /** In a row of the database. */
  INLINE,
  /** In a file of its own. */
  FILE,
  /** On another machine. */
  REMOTE
}
