package dev.cashet.history;

import dev.cashet.model.CashetException;

/** No commit has a name that starts with the given digits. */
public final class NoSuchCommitException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What was looked for and where.
   *
   * @param prefix the digits given
   * @param location the store
   */
  public NoSuchCommitException(String prefix, String location) {
    super("no commit starts with '" + prefix + "' in " + location, null);
  }
}
