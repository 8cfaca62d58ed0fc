package dev.cashet.store;

/** The store was written by a newer cashet, or is no store at all. Repeating does not help; nothing was changed. */
public final class StoreFormatException extends StoreException {
  private static final long serialVersionUID = 1L;

  /**
   * What was opened and what was found.
   *
   * @param message the sentence for the user
   */
  public StoreFormatException(String message) {
    super(message, null);
  }
}
