package dev.cashet.maintenance;

import dev.cashet.model.CommitId;
import dev.cashet.store.Candidate;
import dev.cashet.store.Candidates;
import dev.cashet.store.Maintenance;
import dev.cashet.store.Removed;
import dev.cashet.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One collection: what has expired, then what is old, then what is too much, then what nobody names. Commits are taken from
 * the store's index page by page and go page by page, so that a collection costs what it removes, in memory that does not
 * grow. A dry run walks the same pages and says the same.
 */
final class Collector {
  private static final int PAGE = 10_000;
  private static final int ROUNDS = 8;

  private final Store store;
  private final Maintenance maintenance;
  private final GcPolicy policy;
  private final Instant now;
  private final boolean sweeps;
  private final List<Eviction> evictions = new ArrayList<>();
  private final Set<CommitId> chosen = new HashSet<>();
  private final Shares shares = new Shares();
  private Removed removed = Removed.NOTHING;

  Collector(Store store, GcPolicy policy, InstantSource clock) {
    this(store, policy, clock, true);
  }

  /** Looking for blobs that nobody names walks all of them, which not every collection need do. */
  Collector(Store store, GcPolicy policy, InstantSource clock, boolean sweeps) {
    this.sweeps = sweeps;
    this.store = store;
    this.maintenance = store.maintenance();
    this.policy = policy;
    this.now = clock.instant();
  }

  GcReport run() {
    maintenance.flush();
    long before = store.commits().stats().diskBytes();
    Removed swept = sweeps ? maintenance.sweep(policy.grace(), policy.dryRun()) : Removed.NOTHING;
    removed = swept;
    evict(new Candidates.Order.Expired(now), Eviction.Reason.EXPIRED, Long.MAX_VALUE);
    if (policy.olderThan().isPresent()) {
      evict(new Candidates.Order.LeastRecentlyUsed(), Eviction.Reason.OLD, Long.MAX_VALUE);
    }
    if (policy.maxBytes().isPresent()) {
      bound(policy.maxBytes().getAsLong());
    }
    long after = before;
    if (policy.dryRun()) {
      after = Math.max(0, before - removed.bytes());
    } else {
      maintenance.shrink();
      after = store.commits().stats().diskBytes();
    }
    return new GcReport(evictions, removed, swept, before, after, policy.dryRun());
  }

  /** What is freed is reckoned from the rows; what is occupied then is measured, and the rest goes in the next round. */
  private void bound(long maxBytes) {
    Candidates.Order order = policy.order() == GcPolicy.Order.COST
        ? new Candidates.Order.CheapestToRecompute()
        : new Candidates.Order.LeastRecentlyUsed();
    long pending = policy.dryRun() ? removed.bytes() : 0;
    for (int round = 0; round < ROUNDS; round++) {
      long excess = maintenance.occupiedBytes() - pending - maxBytes;
      if (excess <= 0 || !evict(order, Eviction.Reason.SIZE, excess) || policy.dryRun()) {
        return;
      }
    }
  }

  /** Lets commits go until so much is freed; whether any went. */
  private boolean evict(Candidates.Order order, Eviction.Reason reason, long wantedBytes) {
    Candidates candidates = maintenance.candidates(order);
    long left = wantedBytes;
    boolean any = false;
    while (left > 0) {
      List<Candidate> page = candidates.next(PAGE);
      List<Eviction> going = new ArrayList<>();
      boolean last = page.isEmpty();
      for (Candidate candidate : page) {
        if (left <= 0 || isTooYoung(candidate, reason)) {
          // In order of use everything behind is younger still.
          last |= left <= 0 || order instanceof Candidates.Order.LeastRecentlyUsed;
          if (last) {
            break;
          }
          continue;
        }
        if (policy.dryRun() && !chosen.add(candidate.commit())) {
          continue;
        }
        long freed = candidate.ownBytes() + shares.freedBy(candidate.result());
        going.add(new Eviction(candidate, reason, freed));
        left -= freed;
      }
      any |= !going.isEmpty();
      remove(going);
      if (last) {
        return any;
      }
    }
    return any;
  }

  private boolean isTooYoung(Candidate candidate, Eviction.Reason reason) {
    return switch (reason) {
      case EXPIRED -> false;
      case OLD -> candidate.lastUse().isAfter(now.minus(policy.olderThan().orElseThrow()));
      case SIZE ->
        !policy.spare().isZero() && candidate.lastUse().isAfter(now.minus(policy.spare()));
    };
  }

  private void remove(List<Eviction> going) {
    for (Eviction eviction : going) {
      if (evictions.size() < GcReport.LISTED) {
        evictions.add(eviction);
      }
    }
    if (policy.dryRun()) {
      long bytes = going.stream().mapToLong(Eviction::freedBytes).sum();
      removed = removed.and(new Removed(going.size(), shares.takeFreed(), bytes));
    } else {
      shares.clear();
      removed = removed.and(maintenance.remove(
          going.stream().map(eviction -> eviction.candidate().commit()).toList()));
    }
  }
}
