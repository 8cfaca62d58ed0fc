package dev.cashet.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A call as the user made it: the function object, what it is applied to, and how to run it.
 *
 * @param function the object that implements one of the functional interfaces
 * @param arguments what it is applied to; may hold null
 * @param body runs the function on the arguments
 */
public record Invocation(Object function, List<@Nullable Object> arguments, Callable<?> body) {
  /** Copies the list. */
  public Invocation {
    arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
  }
}
