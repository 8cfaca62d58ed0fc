package dev.cashet.codec;

import dev.cashet.model.CashetException;
import org.jspecify.annotations.Nullable;

/** A file of a result cannot be put back where it was. */
public final class OutputFileException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What was found.
   *
   * @param message the sentence for the user, with the way out
   * @param cause what led to it, or null
   */
  public OutputFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
