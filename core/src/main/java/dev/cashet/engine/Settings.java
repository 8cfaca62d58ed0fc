package dev.cashet.engine;

import dev.cashet.event.CashetListener;
import dev.cashet.executor.Home;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the engine behaves.
 *
 * @param clock time of commits and expiry
 * @param lease how long a claim stands without a sign of life from its owner
 * @param allowedClasses classes beyond the task's own that stored results may name
 * @param memoryBytes how much of what was read lately may stay in the heap; 0 for none
 * @param listeners are told what happens
 * @param home what a task in another process needs of the client
 */
public record Settings(
    InstantSource clock,
    Duration lease,
    Predicate<String> allowedClasses,
    long memoryBytes,
    List<CashetListener> listeners,
    Optional<Home> home) {
  /** Copies the list and checks the lease. */
  public Settings {
    listeners = List.copyOf(listeners);
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("claimLease: must be positive, not " + lease);
    }
  }
}
