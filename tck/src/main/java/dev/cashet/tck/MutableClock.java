package dev.cashet.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is told to move, so that no test waits. Safe for many threads. */
public final class MutableClock implements InstantSource {
  private Instant now;

  /** A clock that shows this moment. */
  public MutableClock(Instant start) {
    now = start;
  }

  /** A clock that shows noon of the first of March 2026 in UTC. */
  public static MutableClock atNoon() {
    return new MutableClock(Instant.parse("2026-03-01T12:00:00Z"));
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the clock on, or back if the duration is negative; what it shows then. */
  public synchronized Instant advance(Duration duration) {
    now = now.plus(duration);
    return now;
  }
}
