package dev.cashet.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * How the engine behaves.
 *
 * @param clock time of commits and expiry
 * @param lease how long a claim stands without a sign of life from its owner
 * @param allowedClasses classes beyond the task's own that stored results may name
 */
public record Settings(InstantSource clock, Duration lease, Predicate<String> allowedClasses) {
  /** Checks the lease. */
  public Settings {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("claimLease: must be positive, not " + lease);
    }
  }
}
