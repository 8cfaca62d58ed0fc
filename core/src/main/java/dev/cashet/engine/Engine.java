package dev.cashet.engine;

import dev.cashet.event.CashetEvent;
import dev.cashet.model.Cause;
import dev.cashet.model.Commit;
import dev.cashet.model.InterruptedSubmissionException;
import dev.cashet.store.Entry;
import dev.cashet.store.StoreException;
import dev.cashet.store.StoreStats;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Takes submissions to their end. One engine per client; safe for many threads; holds no lock while user code runs. A
 * submission runs in the thread that asks, so that nested ones need no worker.
 */
public final class Engine implements AutoCloseable {
  private final Ports ports;
  private final Keying keying;
  private final Lookup lookup;
  private final Submission submission;
  private final Heartbeat heartbeat;
  private final InFlight inFlight;
  private final Results results;
  private final Outlook outlook;
  private final Tagging tagging;
  private final Events events;
  private final OutputFiles outputs;
  private final CodeReports reports;
  private final CountDownLatch closing = new CountDownLatch(1);
  /** Whether a call has come to its end: nothing is left beside a store that refuses, or that is only read. */
  private volatile boolean storeAnswers;

  /** An engine of these parts; it owns store and executors from now on. */
  public Engine(Ports ports, Settings settings) {
    this.ports = ports;
    this.events = new Events(settings.listeners());
    this.reports = new CodeReports(events);
    Codecs codecs = new Codecs(ports.serializer(), ports.references());
    this.keying = new Keying(ports, reports);
    HeapTier heap = new HeapTier(ports.store(), settings.memoryBytes());
    this.lookup = new Lookup(ports.store(), codecs, settings.clock(), heap);
    this.results = new Results(ports.store(), codecs, lookup, heap, settings.allowedClasses());
    this.outputs = new OutputFiles(results, lookup, keying.files(), ports.references());
    Dispatch dispatch = new Dispatch(ports.workplaces(), codecs, results, settings.home());
    this.heartbeat = new Heartbeat(ports.store().claims(), settings.lease());
    Patience.Terms terms = new Patience.Terms(ports.store().claims(), events, closing);
    this.inFlight = new InFlight(terms);
    this.submission = new Submission(
        ports.store(),
        lookup,
        new Claiming(ports.store(), lookup, settings.lease(), terms),
        heartbeat,
        new Attempts(dispatch, new CallerState.Keeper(ports, keying), events, closing),
        new Recorder(ports, codecs, settings.clock(), dispatch));
    this.outlook = new Outlook(ports.store(), lookup);
    this.tagging = new Tagging(ports.store());
  }

  /**
   * The result of a call: found, waited for, or computed.
   *
   * @throws dev.cashet.canonical.UnhashableException if the call has no key
   * @throws dev.cashet.store.StoreException if the store refuses
   * @throws InterruptedSubmissionException if the thread was interrupted or the engine closed
   */
  public Submitted submit(Request request) {
    return submit(keyToSubmit(request));
  }

  /** The same for a call whose key is known already. */
  public Submitted submit(KeyedCall call) {
    requireOpen();
    noteInputs(call);
    Verdict verdict = verdict(call);
    if (verdict instanceof Verdict.Available found
        && found.cached()
        && !outputs.restore(found.entry())) {
      verdict = verdict(call);
    }
    verdict = tagged(call, verdict);
    if (!storeAnswers) {
      storeAnswers = true;
    }
    keying.save();
    count(call, verdict);
    return submitted(call, verdict);
  }

  /** A hit that was found for the call, as if it had been submitted. */
  public Submitted found(KeyedCall call, Entry hit) {
    return submitted(call, new Verdict.Available(hit, true));
  }

  private Submitted submitted(KeyedCall call, Verdict verdict) {
    return new Submitted(
        verdict, call.target().loader(), name -> results.isAllowed(call.function(), name));
  }

  /**
   * How a submission ended, and what is needed to load its result.
   *
   * @param verdict how it ended
   * @param loader finds the result's classes
   * @param allowed which classes the result may name
   */
  public record Submitted(
      Verdict verdict, ClassLoader loader, java.util.function.Predicate<String> allowed) {}

  /** Whether a call would be a hit now; runs nothing and writes nothing. */
  public boolean isCached(Request request) {
    return find(key(request)).isPresent();
  }

  /**
   * The key of a call.
   *
   * @throws dev.cashet.canonical.UnhashableException if the call has no key
   */
  public KeyedCall key(Request request) {
    requireOpen();
    return keying.key(request);
  }

  /** The same for a call that will be submitted: what it takes to find it again may be written beside the store. */
  public KeyedCall keyToSubmit(Request request) {
    requireOpen();
    return keying.keyToSubmit(request);
  }

  /** The commit that would be served now; runs nothing and writes nothing. */
  public Optional<Entry> find(KeyedCall call) {
    requireOpen();
    return lookup.find(call.fingerprint(), call.policy().reuse());
  }

  /** Why a call that is no hit would run, in a few words. */
  public String reasonToRun(KeyedCall call) {
    return outlook.reasonToRun(call);
  }

  /** How long the function of this name usually runs; empty if that is not known. */
  public Optional<Duration> usualDuration(String function) {
    return outlook.usualDuration(function);
  }

  /** What a call's arguments hold besides data, whether or not the results among them are there yet. */
  public Contents contents(Request request) {
    requireOpen();
    return Contents.of(request, ports);
  }

  /** What submitting a call would meet now; runs nothing and writes nothing. */
  public Preview preview(Request request) {
    requireOpen();
    KeyedCall call = keying.key(request);
    Policy.Reuse reuse = call.policy().reuse();
    Optional<Entry> hit =
        lookup.find(call.fingerprint(), reuse).or(() -> lookup.recentFailure(call));
    Optional<Cause> cause =
        hit.isPresent() ? Optional.empty() : lookup.cause(call.fingerprint(), reuse);
    return Preview.of(call, hit, cause);
  }

  /** Loads results. */
  public Results results() {
    return results;
  }

  /** Stops waiting submissions, tells running ones to stop, releases claims and frees every handle. */
  @Override
  public void close() {
    if (isClosed()) {
      return;
    }
    closing.countDown();
    inFlight.close();
    ports.workplaces().close();
    heartbeat.close();
    if (storeAnswers) {
      ports.identity().keep();
    }
    ports.store().close();
  }

  private Verdict verdict(KeyedCall call) {
    Optional<Entry> hit = lookup.find(call.fingerprint(), call.policy().reuse());
    if (hit.isPresent()) {
      return new Verdict.Available(hit.get(), true);
    }
    Abroad.requireNoCycle(call);
    Optional<Entry> failure = lookup.recentFailure(call);
    if (failure.isPresent()) {
      return Verdict.Failed.recorded(failure.get(), call.policy().attempts());
    }
    Flight flight = new Flight(call, CallStack.current());
    try {
      return NestedCall.isDue(flight) ? NestedCall.run(flight, () -> run(flight)) : run(flight);
    } catch (InterruptedException e) {
      if (isClosed()) {
        throw closedWhileRunning(flight, e);
      }
      Thread.currentThread().interrupt();
      throw new InterruptedSubmissionException(
          flight.name() + " was interrupted; nothing was recorded", e);
    } catch (StoreException | IllegalStateException e) {
      throw isClosed() ? closedWhileRunning(flight, e) : e;
    }
  }

  private Verdict tagged(KeyedCall call, Verdict verdict) {
    return verdict instanceof Verdict.Available available && available.cached()
        ? new Verdict.Available(
            tagging.withTags(available.entry(), call.policy().tags()), true)
        : verdict;
  }

  /** One run at a time per key, but for those that are never served. */
  private Verdict run(Flight flight) throws InterruptedException {
    if (flight.call().policy().reuse().cache()) {
      return inFlight.verdict(flight, this::runCached);
    }
    WaitsFor.requireNotInside(flight);
    try {
      return ran(flight.call(), submission.runUncached(flight));
    } finally {
      flight.verdict().cancel(false);
    }
  }

  private Verdict runCached(Flight flight) throws InterruptedException {
    return ran(flight.call(), submission.run(flight));
  }

  private static InterruptedSubmissionException closedWhileRunning(Flight flight, Exception e) {
    return new InterruptedSubmissionException(
        "the client was closed while " + flight.name() + " ran; nothing was recorded", e);
  }

  private Verdict ran(KeyedCall call, Verdict verdict) {
    ports.identity().keep();
    if (verdict instanceof Verdict.Available available && available.cached()
        || verdict instanceof Verdict.Failed failed && failed.shared()) {
      return verdict;
    }
    reports.found(call);
    if (verdict instanceof Verdict.Failed failed) {
      Commit.Run run = failed.entry().commit().run();
      events.tell(() -> new CashetEvent.Failed(
          call.asEvent(),
          failed.entry().id(),
          failed.failure().cause(),
          run.duration(),
          run.attempts()));
    } else if (verdict instanceof Verdict.Available available) {
      Commit.Run run = available.entry().commit().run();
      events.tell(() -> new CashetEvent.Finished(
          call.asEvent(), available.entry().id(), run.duration(), run.attempts()));
    }
    return verdict;
  }

  private void count(KeyedCall call, Verdict verdict) {
    if (verdict instanceof Verdict.Available available && available.cached()) {
      Duration saved = available.entry().commit().run().duration();
      ports.store().record(new StoreStats.Use(1, 0, saved));
      ports.store().maintenance().used(available.entry().id(), true);
      events.tell(() -> new CashetEvent.Hit(call.asEvent(), available.entry().id(), saved));
    } else if (!(verdict instanceof Verdict.Failed failed && failed.shared())) {
      ports.store().record(new StoreStats.Use(0, 1, Duration.ZERO));
    }
  }

  /** A result that is an input counts as used, so that a collection does not take it for forgotten. */
  private void noteInputs(KeyedCall call) {
    for (Commit.Input input : call.arguments().inputs()) {
      input.commit().ifPresent(commit -> ports.store().maintenance().used(commit, false));
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  private void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("this Cashet is closed");
    }
  }
}
