package dev.cashet.store;

/**
 * Something wrong in a store.
 *
 * @param kind what sort of thing
 * @param subject which one: a hash, a path, a name
 * @param found what is wrong with it
 * @param done what was done about it; empty if nothing
 */
public record Problem(Kind kind, String subject, String found, String done) {
  /** Nothing has been done about it. */
  public Problem(Kind kind, String subject, String found) {
    this(kind, subject, found, "");
  }

  /** Whether it has been put right, or at least out of the way. */
  public boolean isRepaired() {
    return !done.isEmpty();
  }

  /** The same with what was done about it. */
  public Problem done(String what) {
    return new Problem(kind, subject, found, what);
  }

  /** What sort of thing is wrong. */
  public enum Kind {
    /** The database's own structure. */
    DATABASE,
    /** A commit's content is not what its name says. */
    COMMIT,
    /** The bytes of a blob are not what its name says. */
    BLOB,
    /** A commit's result is not there. */
    RESULT,
    /** What is known of a function is not there. */
    FUNCTION,
    /** Something derived from commits or files does not fit them. */
    INDEX,
    /** A counter does not fit what it counts. */
    COUNTER,
    /** A pin of a commit that is not there. */
    PIN,
    /** Something lies where a file of the store should. */
    FILE
  }
}
