package dev.cashet.store;

import org.jspecify.annotations.Nullable;

/**
 * The store's medium refused: disk full, permission, busy for too long, a broken database. Nothing half-written will be
 * found; repeating may help once the cause is gone.
 */
public final class StoreFailedException extends StoreException {
  private static final long serialVersionUID = 1L;

  /**
   * What was attempted and what the medium said.
   *
   * @param message the sentence for the user
   * @param cause the medium's own error, or null
   */
  public StoreFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
