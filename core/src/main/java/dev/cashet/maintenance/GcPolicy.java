package dev.cashet.maintenance;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a collection lets go. Whatever the policy, results whose time to live has ended go, and blobs that no commit names;
 * pinned commits stay.
 *
 * @param olderThan commits that were not used for so long go
 * @param maxBytes commits go until the store takes no more than this on disk
 * @param order which commits go first when the store is too large
 * @param spare commits that were made or used within this time stay, whatever the size
 * @param grace blobs that nobody names stay for so long after they were written
 * @param dryRun whether to say what would go and let nothing go
 */
public record GcPolicy(
    Optional<Duration> olderThan,
    OptionalLong maxBytes,
    Order order,
    Duration spare,
    Duration grace,
    boolean dryRun) {
  private static final Duration GRACE = Duration.ofHours(1);

  /** Which commits go first when the store is too large. */
  public enum Order {
    /** Those that have not been used for longest. */
    LRU,
    /** Those that are cheapest to compute again for each byte that they take. */
    COST
  }

  /** Checks the spans and the size. */
  public GcPolicy {
    olderThan.ifPresent(age -> requireSpan("olderThan", age));
    requireSpan("spare", spare);
    requireSpan("grace", grace);
    if (maxBytes.isPresent() && maxBytes.getAsLong() < 0) {
      throw new IllegalArgumentException("maxSize: cannot be negative: " + maxBytes.getAsLong());
    }
  }

  /** What has expired, and what nobody names. */
  public static GcPolicy defaults() {
    return new GcPolicy(
        Optional.empty(), OptionalLong.empty(), Order.LRU, Duration.ZERO, GRACE, false);
  }

  /** Also commits that were not used for so long. */
  public GcPolicy olderThan(Duration age) {
    return new GcPolicy(Optional.of(age), maxBytes, order, spare, grace, dryRun);
  }

  /** Also as many commits as it takes to bring the store down to this size in bytes. */
  public GcPolicy maxSize(long bytes) {
    return new GcPolicy(olderThan, OptionalLong.of(bytes), order, spare, grace, dryRun);
  }

  /** In this order. */
  public GcPolicy order(Order wanted) {
    return new GcPolicy(olderThan, maxBytes, wanted, spare, grace, dryRun);
  }

  /** Spares what was made or used within this time. */
  public GcPolicy spare(Duration age) {
    return new GcPolicy(olderThan, maxBytes, order, age, grace, dryRun);
  }

  /** Leaves blobs that nobody names alone for so long after they were written; an hour if not given. */
  public GcPolicy grace(Duration age) {
    return new GcPolicy(olderThan, maxBytes, order, spare, age, dryRun);
  }

  /** Lets nothing go, and says what would. */
  public GcPolicy dryRun(boolean only) {
    return new GcPolicy(olderThan, maxBytes, order, spare, grace, only);
  }

  private static void requireSpan(String name, Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException(name + ": cannot be negative: " + span);
    }
  }
}
