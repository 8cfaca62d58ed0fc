package dev.cashet.model;

/**
 * How people know a function; never part of a key.
 *
 * @param shortName for example {@code Pipeline.train}, or {@code Pipeline.main/λ} for a lambda that is more than a call
 * @param qualifiedName the same with the package
 */
public record FunctionName(String shortName, String qualifiedName) {
  /** Checks that there is a name. */
  public FunctionName {
    if (shortName.isEmpty() || qualifiedName.isEmpty()) {
      throw new IllegalArgumentException("a function has a name");
    }
  }

  /** Whether people who ask for {@code text} mean this function: by short, qualified or bare method name. */
  public boolean matches(String text) {
    return shortName.equals(text)
        || qualifiedName.equals(text)
        || shortName.endsWith("." + text)
        || qualifiedName.endsWith("." + text);
  }
}
