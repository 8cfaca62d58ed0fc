package dev.cashet.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is told to move, so that no test waits. Safe for many threads. */
public final class MutableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /** A clock that shows this moment. */
  public MutableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** A clock that shows noon of the first of March 2026 in UTC. */
  public static MutableClock atNoon() {
    return new MutableClock(Instant.parse("2026-03-01T12:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock on, or back if the duration is negative; what it shows then. */
  public Instant advance(Duration duration) {
    return now.updateAndGet(time -> time.plus(duration));
  }
}
