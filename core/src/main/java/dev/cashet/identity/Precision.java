package dev.cashet.identity;

/** Which methods a call of a user's own type is taken to reach (docs/guide/keys.md). */
public enum Precision {
  /**
   * Those of every class in the user's code that can be the receiver's, whether or not the function makes objects of it.
   * Misses nothing, and runs again for more edits than it must.
   */
  EVERY_CLASS,

  /**
   * Those of the classes that the function's code makes objects of, or is given objects of. All, as above, where there is
   * none, and throughout where the function reads a static field that can hold objects made by other code. Misses objects
   * that come in by other ways: thread locals and registries of the platform or of a library, reflection.
   */
  MADE_CLASSES
}
