package dev.cashet.maintenance;

import dev.cashet.model.CashetException;

/** Commits were to be removed, or a name to be given, and pins stand in the way. Nothing was changed. */
public final class PinnedException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What was attempted and which pin stands in the way.
   *
   * @param message the sentence for the user
   */
  public PinnedException(String message) {
    super(message, null);
  }
}
