package dev.cashet.engine;

import dev.cashet.event.CashetEvent;
import dev.cashet.model.InterruptedSubmissionException;
import dev.cashet.store.Claims;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Step 5: the right to run a call, or the result of whoever has that right. Between processes there is nobody to wake a
 * waiter, so it looks again after a pause that grows from 1 to 25 ms: a look costs microseconds.
 */
final class Claiming {
  private static final System.Logger LOG = System.getLogger("dev.cashet");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(25);
  private static final Duration TELL_AFTER = Duration.ofSeconds(1);

  private final Store store;
  private final Lookup lookup;
  private final Duration lease;
  private final BooleanSupplier closed;
  private final Events events;

  Claiming(Store store, Lookup lookup, Duration lease, BooleanSupplier closed, Events events) {
    this.store = store;
    this.lookup = lookup;
    this.lease = lease;
    this.closed = closed;
    this.events = events;
  }

  /** Either the right to run, or a result that makes running needless. */
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
     * @param entry the result
     */
    record Done(Entry entry) implements Claimed {}
  }

  /**
   * Waits for the claim or the result.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Claimed claim(KeyedCall call) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    long waitingSince = System.nanoTime();
    boolean told = false;
    while (true) {
      Claims.Acquire answer =
          store.claims().acquire(call.fingerprint(), call.name().shortName(), lease);
      if (answer instanceof Claims.Acquire.Granted granted) {
        return afterGrant(call, granted.grant());
      }
      if (answer instanceof Claims.Acquire.HeldBy held
          && !told
          && System.nanoTime() - waitingSince > TELL_AFTER.toNanos()) {
        told = true;
        Duration waited = Duration.ofNanos(System.nanoTime() - waitingSince);
        String owner = "process " + held.holder().pid() + " on " + held.holder().host();
        events.tell(() -> new CashetEvent.Waiting(call.asEvent(), owner, waited));
        LOG.log(
            System.Logger.Level.INFO,
            "{0} {1}: waiting for process {2} on {3}, at it since {4}",
            call.fingerprint(),
            call.name().shortName(),
            Long.toString(held.holder().pid()),
            held.holder().host(),
            held.holder().since());
      }
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      if (closed.getAsBoolean()) {
        throw new InterruptedSubmissionException(
            "the client was closed while " + call.name().shortName() + " waited for its turn",
            null);
      }
      Optional<Entry> result = lookup.find(call.fingerprint(), call.policy().reuse());
      if (result.isPresent()) {
        return new Claimed.Done(result.get());
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  /** Step 6: someone may have finished between the first look and the grant. */
  private Claimed afterGrant(KeyedCall call, Claims.Grant grant) {
    try {
      Optional<Entry> result = lookup.find(call.fingerprint(), call.policy().reuse());
      if (result.isPresent()) {
        store.claims().release(grant);
        return new Claimed.Done(result.get());
      }
      return new Claimed.ToRun(grant);
    } catch (RuntimeException | Error e) {
      store.claims().release(grant);
      throw e;
    }
  }
}
