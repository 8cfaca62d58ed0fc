package dev.cashet.model;

import java.util.List;

/**
 * Something in a function's code that its identity cannot vouch for.
 *
 * @param category hole or impurity
 * @param level how much it matters
 * @param kind one word, for example {@code reflection} or {@code clock}
 * @param what the call or field, for example {@code java.lang.System.currentTimeMillis()}
 * @param path how the function reaches it: the names of the parts from the function to the site
 */
public record Finding(Category category, Level level, String kind, String what, List<String> path) {
  /** Why it is reported. */
  public enum Category {
    /** Code that may be reached but is not followed. */
    HOLE,
    /** A value that may differ from run to run. */
    IMPURITY
  }

  /** How much it matters. */
  public enum Level {
    /** The result may well be wrong to keep. */
    WARN,
    /** Good to know. */
    NOTE
  }

  /** Copies the path. */
  public Finding {
    path = List.copyOf(path);
  }
}
