package dev.cashet.history;

import java.util.List;
import java.util.Optional;

/**
 * One thing that makes two keys differ, or that keeps a stored result from being served.
 *
 * @param kind what it is
 * @param name how people know it, for example {@code Stats.mean} or {@code argument 2 (lr)}
 * @param before what it was, as text or as the first digits of a digest; empty if it is new
 * @param after what it is now; empty if it is gone
 * @param path for code, the names of the parts from the function to this one, both included; else empty
 */
public record Change(
    Kind kind, String name, Optional<String> before, Optional<String> after, List<String> path) {
  /** What can change. */
  public enum Kind {
    /** Code of a method, constructor or lambda. */
    METHOD,
    /** A class's shape: supertypes, fields, annotations, and which of its methods count. */
    CLASS,
    /** What runs when a class is initialised. */
    INITIALISER,
    /** The value of a static field. */
    FIELD,
    /** The possible targets of a virtual call. */
    CALL,
    /** A variable of a shell or notebook. */
    VARIABLE,
    /** How unchanged parts of the code hang together. */
    CODE,
    /** A library. */
    LIBRARY,
    /** The Java version. */
    PLATFORM,
    /** An argument. */
    ARGUMENT,
    /** The caller's version, salt or ignored parameters. */
    OPTION,
    /** The rules by which keys are made. */
    SCHEME,
    /** The state of a stored result: forced, failed, expired, lost and the like. */
    RESULT;

    /** In lower case, as in JSON. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Copies the path. */
  public Change {
    path = List.copyOf(path);
  }

  static Change of(Kind kind, String name, String before, String after) {
    return new Change(kind, name, Optional.of(before), Optional.of(after), List.of());
  }

  /** Whether it is code of the user's. */
  boolean isCode() {
    return kind.compareTo(Kind.CODE) <= 0;
  }

  /** One line, for example {@code argument 2 (lr): 0.01 → 0.02}. */
  public String sentence() {
    return switch (kind) {
      case METHOD -> (path.size() > 2 ? "helper " : "code of ") + name + verb();
      case CLASS -> "class " + name + verb();
      case FIELD -> "static field " + name + verb();
      case CALL -> name + (before.isPresent() && after.isPresent() ? " has other targets" : verb());
      case INITIALISER, CODE -> name + verb();
      case VARIABLE -> "variable " + name + verb();
      case LIBRARY -> "library " + name + values(" ");
      case ARGUMENT -> name + Excerpts.values(before, after);
      case PLATFORM, OPTION, SCHEME -> name + values(": ");
      case RESULT -> name;
    };
  }

  private String verb() {
    return before.isEmpty() ? " is new" : after.isEmpty() ? " is gone" : " changed";
  }

  private String values(String glue) {
    if (before.isEmpty()) {
      return glue + after.orElse("") + " is new";
    }
    return after.isEmpty()
        ? glue + before.get() + " is gone"
        : glue + before.get() + " → " + after.get();
  }
}
