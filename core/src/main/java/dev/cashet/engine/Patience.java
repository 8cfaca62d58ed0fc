package dev.cashet.engine;

import dev.cashet.event.CashetEvent;
import dev.cashet.model.InterruptedSubmissionException;
import dev.cashet.model.WaitExceededException;
import dev.cashet.store.Claims;
import dev.cashet.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is due while a call waits for another's run: after a tenth of a second the tasks around it say in the store whom
 * they wait for, so that a circle through other processes is seen; after a second people are told; after
 * {@code maxWait} it ends.
 */
final class Patience {
  private static final System.Logger LOG = System.getLogger("dev.cashet");
  private static final long NOTE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Flight flight;
  private final Terms terms;
  private final long since = System.nanoTime();
  private final long limit;
  private List<Claims.Grant> noted = List.of();
  private boolean hasNoted;
  private boolean hasTold;

  Patience(Flight flight, Terms terms) {
    this.flight = flight;
    this.terms = terms;
    this.limit =
        flight.call().policy().attempts().maxWait().map(Patience::nanos).orElse(Long.MAX_VALUE);
  }

  /**
   * What waiting needs.
   *
   * @param claims where waits are noted
   * @param events whom to tell
   * @param closing opens when the client is closed
   */
  record Terms(Claims claims, Events events, CountDownLatch closing) {
    boolean isClosed() {
      return closing.getCount() == 0;
    }
  }

  /** The run that is waited for. */
  interface Awaited {
    /** Who is at it, for people. */
    String owner();

    /** Whether the log is to have a line on this wait: one is enough for all who wait for one run. */
    boolean isWorthALine();
  }

  /**
   * Does what is due.
   *
   * @param awaited whom it waits for
   * @return how long until something is due again, in nanoseconds
   * @throws WaitExceededException if it has waited long enough
   * @throws InterruptedSubmissionException if the client was closed
   * @throws IllegalStateException if it would wait for ever
   */
  long check(Awaited awaited) {
    requireOpen();
    long waited = System.nanoTime() - since;
    if (waited >= limit) {
      throw new WaitExceededException(
          flight.name(),
          awaited.owner(),
          flight.call().policy().attempts().maxWait().orElseThrow());
    }
    if (!hasNoted && waited >= NOTE_NANOS) {
      note();
    }
    if (!hasTold && waited >= TELL_NANOS) {
      tell(awaited, Duration.ofNanos(waited));
    }
    long next = !hasNoted ? NOTE_NANOS : !hasTold ? TELL_NANOS : Long.MAX_VALUE;
    return Math.min(next, limit) - waited;
  }

  /** Sleeps, but not beyond the closing of the client. */
  void pause(long nanos) throws InterruptedException {
    if (terms.closing().await(nanos, TimeUnit.NANOSECONDS)) {
      requireOpen();
    }
  }

  /** This wait is over. */
  void end() {
    List<Claims.Grant> around = noted;
    noted = List.of();
    hasNoted = false;
    if (around.isEmpty()) {
      return;
    }
    try {
      terms.claims().endWait(around, flight.fingerprint());
    } catch (StoreException | IllegalStateException e) {
      // What is noted is void once the claims around have ended, which they do when the store is
      // closed.
      LOG.log(
          System.Logger.Level.DEBUG,
          "{0}: the end of a wait was not noted: {1}",
          flight.fingerprint(),
          e.getMessage());
    }
  }

  private void requireOpen() {
    if (terms.isClosed()) {
      throw new InterruptedSubmissionException(
          "the client was closed while " + flight.name() + " waited for its turn", null);
    }
  }

  private void note() {
    hasNoted = true;
    List<Claims.Grant> around = flight.claimsAround();
    if (around.isEmpty()) {
      return;
    }
    List<Claims.Holder> circle = terms.claims().startWait(around, flight.fingerprint());
    if (!circle.isEmpty()) {
      List<String> names = new ArrayList<>();
      circle.forEach(each -> names.add(each.task() + " (process " + each.pid() + ")"));
      names.add(flight.name());
      throw WaitsFor.circle(names);
    }
    noted = around;
  }

  private void tell(Awaited awaited, Duration waited) {
    hasTold = true;
    String owner = awaited.owner();
    terms.events().tell(() -> new CashetEvent.Waiting(flight.call().asEvent(), owner, waited));
    if (awaited.isWorthALine()) {
      LOG.log(
          System.Logger.Level.INFO,
          "{0} {1}: waiting for {2}",
          flight.fingerprint(),
          flight.name(),
          owner);
    }
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
