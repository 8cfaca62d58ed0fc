package dev.cashet.canonical;

import dev.cashet.model.CashetException;

/** A function or an argument that has no identity; the message names the path, the class and the ways out. */
public final class UnhashableException extends CashetException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String className;

  /**
   * What has no identity and why.
   *
   * @param path where, for example {@code argument 2 → config.source}
   * @param className the class found there
   * @param reason why it has none, and what to do
   */
  public UnhashableException(String path, String className, String reason) {
    super("cannot hash " + path + " (" + className + "): " + reason, null);
    this.path = path;
    this.className = className;
  }

  /** Where in the call. */
  public String path() {
    return path;
  }

  /** The class found there. */
  public String className() {
    return className;
  }
}
