package dev.cashet.engine;

import dev.cashet.model.Fingerprint;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The calls that run in this JVM through this engine, by key: whoever comes second waits for the first one's verdict
 * without asking the store. An entry goes when its run ends.
 */
final class InFlight implements AutoCloseable {
  private final Map<Fingerprint, Flight> running = new ConcurrentHashMap<>();
  private final Patience.Terms terms;

  InFlight(Patience.Terms terms) {
    this.terms = terms;
  }

  /** The way to a verdict. */
  interface Run {
    Verdict verdict(Flight flight) throws InterruptedException;
  }

  /** One run at a time per key; a forced run waits for the one before it and then runs itself. */
  Verdict verdict(Flight mine, Run run) throws InterruptedException {
    boolean forced = mine.call().policy().reuse().force();
    while (true) {
      Flight other = running.putIfAbsent(mine.fingerprint(), mine);
      if (other == null) {
        return land(mine, run);
      }
      Optional<Verdict> verdict = await(mine, other);
      if (verdict.isPresent() && !forced) {
        return verdict.get().asSeenByOthers();
      }
    }
  }

  /** Wakes all who wait. */
  @Override
  public void close() {
    running.values().forEach(flight -> flight.verdict().cancel(false));
  }

  private Verdict land(Flight mine, Run run) throws InterruptedException {
    try {
      Verdict verdict = run.verdict(mine);
      running.remove(mine.fingerprint(), mine);
      mine.verdict().complete(verdict);
      return verdict;
    } finally {
      running.remove(mine.fingerprint(), mine);
      mine.verdict().cancel(false);
    }
  }

  /** The other's verdict; empty if it was interrupted or met an error of its own, which is not ours. */
  private Optional<Verdict> await(Flight mine, Flight other) throws InterruptedException {
    WaitsFor.begin(mine.outer(), other);
    Patience patience = mine.patience(terms);
    try {
      while (true) {
        long nanos = patience.check(other);
        try {
          return Optional.of(other.verdict().get(nanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
          continue;
        }
      }
    } catch (ExecutionException | CancellationException e) {
      return Optional.empty();
    } finally {
      patience.end();
      WaitsFor.end(mine.outer(), other);
    }
  }
}
