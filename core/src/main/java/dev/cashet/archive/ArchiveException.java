package dev.cashet.archive;

import dev.cashet.model.CashetException;
import org.jspecify.annotations.Nullable;

/** An archive could not be written, or what was to be read is none, is cut off, or asks for what no archive of ours has. */
public final class ArchiveException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What was attempted and what was found.
   *
   * @param message the sentence for the user
   * @param cause the reason, or null
   */
  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
