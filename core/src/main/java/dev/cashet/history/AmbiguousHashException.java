package dev.cashet.history;

import dev.cashet.model.CashetException;
import dev.cashet.model.CommitId;
import java.util.List;
import java.util.stream.Collectors;

/** More than one commit has a name that starts with the given digits. */
public final class AmbiguousHashException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What was looked for and what was found.
   *
   * @param prefix the digits given
   * @param candidates some of the commits that match
   */
  public AmbiguousHashException(String prefix, List<CommitId> candidates) {
    super(
        "'"
            + prefix
            + "' is the start of several commits; give more digits: "
            + candidates.stream().map(CommitId::shortHex).collect(Collectors.joining(", ")),
        null);
  }
}
