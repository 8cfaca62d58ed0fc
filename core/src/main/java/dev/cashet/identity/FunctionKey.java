package dev.cashet.identity;

import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionRecord;
import java.util.List;

/** The identity of a function's code. */
public interface FunctionKey {
  /** The identity itself. */
  Digest digest();

  /** The parts that it was made of, and all that is known of the function; made when asked for. */
  FunctionRecord record();

  /** Holes and impurities; made when asked for. */
  List<Finding> findings();

  /** How many classes of the user's program were read for it. */
  default int classes() {
    return 0;
  }

  /** Whether a class belongs to the user's code, so that stored results may name it. */
  boolean isUserClass(String className);
}
