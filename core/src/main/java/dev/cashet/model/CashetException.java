package dev.cashet.model;

import org.jspecify.annotations.Nullable;

/** The root of every error that cashet reports on its own behalf. */
public abstract class CashetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error with what was attempted, on what, what was found and what to do.
   *
   * @param message the sentence shown to the user
   * @param cause what led to it, or null
   */
  protected CashetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
