package dev.cashet.cli;

import dev.cashet.model.CashetException;
import java.util.Objects;

/** An error as one line on standard error and an exit code; the trace only when asked for. */
final class Errors {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Errors() {}

  static int report(Output output, Exception e) {
    boolean known = e instanceof CashetException
        || e instanceof IllegalArgumentException
        || e instanceof IllegalStateException
        || e instanceof CommandFailure;
    output.complain(Objects.requireNonNullElse(e.getMessage(), e.getClass().getName()));
    if (!known || System.getenv("CASHET_DEBUG") != null) {
      e.printStackTrace(output.err());
    }
    return e instanceof IllegalArgumentException ? USAGE : FAILED;
  }
}
