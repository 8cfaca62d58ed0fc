package dev.cashet.model;

import java.util.List;

/**
 * The parts that a function's identity was made of, as a graph: every method, class, initialiser, library and option
 * with the digest of its own content, and which other parts it uses. The first part is the function itself. Comparing
 * two of them says what changed and how the function reaches it.
 *
 * @param parts at least the root; {@link Part#uses()} are indexes into this list
 */
public record KeyTree(List<Part> parts) {
  /** What a part is. */
  public enum Kind {
    /** Code of one method, constructor or lambda body. */
    METHOD,
    /** A class's shape: supertypes, fields, record components, annotations. */
    CLASS,
    /** The part of a static initialiser that runs whenever the class is initialised. */
    INITIALISER,
    /** The part of a static initialiser that sets one field. */
    FIELD,
    /** A virtual call: all its possible targets. */
    CALL,
    /** A library: the content of a jar. */
    LIBRARY,
    /** The Java platform's feature version. */
    PLATFORM,
    /** A variable of a notebook or shell that the code reads, by value. */
    VARIABLE,
    /** An option that belongs to the key. */
    OPTION
  }

  /**
   * One part.
   *
   * @param kind what it is
   * @param name how people know it, for example {@code app.Stats.mean(double[])}
   * @param digest of its own content, without what it uses
   * @param uses the indexes of the parts it uses, in the order it uses them
   */
  public record Part(Kind kind, String name, Digest digest, List<Integer> uses) {
    /** Copies the list. */
    public Part {
      uses = List.copyOf(uses);
    }
  }

  /** Checks that there is a root and that every use points at a part. */
  public KeyTree {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a key tree has at least its root");
    }
    for (Part part : parts) {
      for (int use : part.uses()) {
        if (use < 0 || use >= parts.size()) {
          throw new IllegalArgumentException(
              part.name() + " uses part " + use + " of " + parts.size());
        }
      }
    }
  }

  /** The function itself. */
  public Part root() {
    return parts.get(0);
  }
}
