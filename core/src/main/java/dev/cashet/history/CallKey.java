package dev.cashet.history;

import dev.cashet.model.Argument;
import dev.cashet.model.Commit;
import dev.cashet.model.FunctionRecord;
import java.util.List;
import java.util.Optional;

/**
 * The key of a call with all that went into it: of a commit, or of a call that has not been made.
 *
 * @param call the key
 * @param arguments what it is applied to, in order
 * @param function what is known of its code; empty if that record is gone
 */
public record CallKey(
    Commit.Call call, List<Argument> arguments, Optional<FunctionRecord> function) {
  /** Copies the list. */
  public CallKey {
    arguments = List.copyOf(arguments);
  }
}
