package dev.cashet.engine;

import dev.cashet.store.Claims;
import dev.cashet.store.Claims.Holder;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Step 5: the right to run a call, or what became of the run of whoever has that right. Between processes there is nobody
 * to wake a waiter, so it looks who holds the claim after a pause that grows from 1 to 25 ms: a look is one read and costs
 * microseconds. A commit ends its claim in one step, so there is nothing else to look for while the owner is the same.
 */
final class Claiming {
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(25);

  private final Store store;
  private final Lookup lookup;
  private final Duration lease;
  private final Patience.Terms terms;

  Claiming(Store store, Lookup lookup, Duration lease, Patience.Terms terms) {
    this.store = store;
    this.lookup = lookup;
    this.lease = lease;
    this.terms = terms;
  }

  /** Either the right to run, or what makes running needless. */
  sealed interface Claimed {
    /**
     * Run it.
     *
     * @param grant the proof
     */
    record ToRun(Claims.Grant grant) implements Claimed {}

    /**
     * Someone has run it.
     *
     * @param verdict what came of it
     */
    record Done(Verdict verdict) implements Claimed {}
  }

  /**
   * Waits for the claim, or for the result or failure of whoever has it.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Claimed claim(Flight flight) throws InterruptedException {
    return claim(flight, true);
  }

  /** Waits for the claim or a result: a failure of another is not taken for ours, whose run has ended well. */
  Claimed claimToCommit(Flight flight) throws InterruptedException {
    return claim(flight, false);
  }

  private Claimed claim(Flight flight, boolean shareFailures) throws InterruptedException {
    KeyedCall call = flight.call();
    Instant others = null;
    while (true) {
      Claims.Acquire answer =
          store.claims().acquire(call.fingerprint(), call.name().shortName(), lease);
      if (answer instanceof Claims.Acquire.Granted granted) {
        return afterGrant(call, granted.grant(), others);
      }
      Holder holder = ((Claims.Acquire.HeldBy) answer).holder();
      if (others == null && shareFailures) {
        others = holder.since();
      }
      awaitEnd(flight, holder);
      Optional<Verdict> verdict = find(call, others);
      if (verdict.isPresent()) {
        return new Claimed.Done(verdict.get());
      }
    }
  }

  private void awaitEnd(Flight flight, Holder holder) throws InterruptedException {
    Patience patience = flight.patience(terms);
    try {
      long pause = FIRST_PAUSE;
      Patience.Awaited awaited = new OtherOwner(holder);
      Optional<Holder> now = Optional.of(holder);
      while (now.isPresent() && isSame(now.get(), holder)) {
        long due = patience.check(awaited);
        patience.pause(Math.min(due, pause));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
        now = store.claims().holder(flight.fingerprint());
      }
    } finally {
      patience.end();
    }
  }

  private static boolean isSame(Holder now, Holder before) {
    return now.pid() == before.pid() && now.since().equals(before.since());
  }

  private record OtherOwner(Holder holder) implements Patience.Awaited {
    @Override
    public String owner() {
      return "process " + holder.pid() + " on " + holder.host() + " (since " + holder.since() + ")";
    }

    @Override
    public boolean isWorthALine() {
      return true;
    }
  }

  /** Step 6: someone may have finished between the first look and the grant. */
  private Claimed afterGrant(KeyedCall call, Claims.Grant grant, @Nullable Instant others) {
    try {
      Optional<Verdict> verdict = find(call, others);
      if (verdict.isPresent()) {
        store.claims().release(grant);
        return new Claimed.Done(verdict.get());
      }
      return new Claimed.ToRun(grant);
    } catch (RuntimeException | Error e) {
      store.claims().release(grant);
      throw e;
    }
  }

  /** A result, or the failure of a run that was waited for. */
  private Optional<Verdict> find(KeyedCall call, @Nullable Instant others) {
    Policy.Reuse reuse = call.policy().reuse();
    Optional<Entry> result = lookup.find(call.fingerprint(), reuse);
    if (result.isPresent()) {
      return Optional.of(new Verdict.Available(result.get(), true));
    }
    if (others == null || reuse.force()) {
      return Optional.empty();
    }
    return lookup
        .failureSince(call.fingerprint(), others)
        .map(entry -> Verdict.Failed.recorded(entry, call.policy().attempts()));
  }
}
