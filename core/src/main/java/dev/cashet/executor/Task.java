package dev.cashet.executor;

import dev.cashet.model.FunctionName;
import dev.cashet.model.Invocation;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt to be run.
 *
 * @param name for messages and thread names
 * @param invocation what to run
 * @param timeout how long it may take; empty for ever
 * @param surroundings what it needs in another process
 */
public record Task(
    FunctionName name,
    Invocation invocation,
    Optional<Duration> timeout,
    Surroundings surroundings) {
  /** A task without a client around it. */
  public Task(FunctionName name, Invocation invocation, Optional<Duration> timeout) {
    this(name, invocation, timeout, Surroundings.none());
  }
}
