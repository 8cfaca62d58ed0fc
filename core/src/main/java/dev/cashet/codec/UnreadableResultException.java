package dev.cashet.codec;

import dev.cashet.model.CashetException;
import org.jspecify.annotations.Nullable;

/** Stored bytes that cannot be turned into a value here: malformed, over a limit, or of a class that is not allowed. */
public final class UnreadableResultException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What was found.
   *
   * @param message the sentence for the user, with the way out
   * @param cause what led to it, or null
   */
  public UnreadableResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
