package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import java.time.Duration;
import java.time.Instant;

/** Hashes and times as SQLite's 64-bit integers. */
final class Keys {
  private Keys() {}

  /** The first 64 bits, mapped so that signed order is the order of the digits. */
  static long prefix(Digest digest) {
    return digest.a() ^ Long.MIN_VALUE;
  }

  /** Nanoseconds since 1970; times beyond the years 1678 to 2262 count as the nearest of these. */
  static long nanos(Instant instant) {
    try {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (ArithmeticException e) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** Nanoseconds; spans beyond 292 years count as that. */
  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /** The inverse of {@link #nanos(Instant)}. */
  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
