package dev.cashet.store;

import org.jspecify.annotations.Nullable;

/** Something had to be written to a store that can only be read. */
public final class StoreReadOnlyException extends StoreException {
  private static final long serialVersionUID = 1L;

  /**
   * What was to be written and where.
   *
   * @param message the sentence for the user
   * @param cause the medium's own error, or null
   */
  public StoreReadOnlyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
