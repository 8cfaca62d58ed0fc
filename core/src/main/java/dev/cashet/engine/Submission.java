package dev.cashet.engine;

import dev.cashet.codec.UnserializableException;
import dev.cashet.executor.Outcome;
import dev.cashet.model.Cause;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import java.util.List;
import java.util.Optional;

/** One call from its key to its commit: steps 5 to 11, in the order in which they must happen. */
final class Submission {
  private final Store store;
  private final Lookup lookup;
  private final Claiming claiming;
  private final Heartbeat heartbeat;
  private final Attempts attempts;
  private final Recorder recorder;

  Submission(
      Store store,
      Lookup lookup,
      Claiming claiming,
      Heartbeat heartbeat,
      Attempts attempts,
      Recorder recorder) {
    this.store = store;
    this.lookup = lookup;
    this.claiming = claiming;
    this.heartbeat = heartbeat;
    this.attempts = attempts;
    this.recorder = recorder;
  }

  /** Runs the call under a claim, or takes what came of the run of whoever had it first. */
  Verdict run(Flight flight) throws InterruptedException {
    Claiming.Claimed claimed = claiming.claim(flight);
    if (claimed instanceof Claiming.Claimed.Done done) {
      return done.verdict();
    }
    Claims.Grant grant = ((Claiming.Claimed.ToRun) claimed).grant();
    try {
      holdInputs(flight.call(), grant);
      flight.runsUnder(grant);
      heartbeat.keep(grant);
      // Before the run: afterwards a lost result may be there again.
      Optional<Cause> cause =
          lookup.cause(flight.fingerprint(), flight.call().policy().reuse());
      Run run = prepare(flight.call(), attempts.run(flight), cause);
      return append(flight, grant, run);
    } finally {
      heartbeat.end(grant);
      // Does nothing after an append, which ends the claim.
      store.claims().release(grant);
    }
  }

  /** What the task is going to load is not collected under its hands. */
  private void holdInputs(KeyedCall call, Claims.Grant grant) {
    List<Digest> inputs =
        call.arguments().inputs().stream().map(Commit.Input::blob).toList();
    if (!inputs.isEmpty()) {
      store.maintenance().hold(grant, inputs);
    }
  }

  /** Runs a call that asked never to be served: no claim, so that such runs of one key go side by side. */
  Verdict runUncached(Flight flight) throws InterruptedException {
    Run run = prepare(flight.call(), attempts.run(flight), Optional.empty());
    store.commits().add(run.prepared().commit(), run.prepared().objects());
    return verdict(run);
  }

  /** What is to be recorded, and why if it is a failure. */
  private record Run(Recorder.Prepared prepared, Optional<Verdict.Failure> failure) {}

  /** The result may be made of the arguments, so what the task changed in them is put back when it is written. */
  private Run prepare(KeyedCall call, Attempts.Last last, Optional<Cause> cause) {
    Recorder.Ran ran = new Recorder.Ran(last.outcome().took(), last.number(), cause);
    try {
      if (last.failure().isPresent()) {
        return failed(call, last.failure().get(), ran);
      }
      Object value = ((Outcome.Returned) last.outcome()).value();
      return new Run(recorder.completed(call, value, ran), Optional.empty());
    } catch (UnserializableException e) {
      return failed(call, new Verdict.Failure(e, Optional.empty()), ran);
    } finally {
      last.arguments().restore();
    }
  }

  private Run failed(KeyedCall call, Verdict.Failure failure, Recorder.Ran ran) {
    return new Run(recorder.failed(call, failure, ran), Optional.of(failure));
  }

  private Verdict append(Flight flight, Claims.Grant grant, Run run) {
    Recorder.Prepared prepared = run.prepared();
    CommitStore.Append answer =
        store.commits().append(prepared.commit(), grant, prepared.objects());
    if (answer instanceof CommitStore.Append.Superseded superseded) {
      // Someone took the claim over: what they finished first is the result for everyone.
      return superseded.accepted().isPresent()
          ? new Verdict.Available(superseded.accepted().get(), true)
          : appendLater(flight, run);
    }
    prepared.commit().output().ifPresent(output -> lookup.reportWritten(output.digest()));
    return verdict(run);
  }

  /** The claim is someone else's, who has not finished: their result is waited for; a failure of ours needs no claim. */
  private Verdict appendLater(Flight flight, Run run) {
    if (run.failure().isPresent()) {
      store.commits().add(run.prepared().commit(), run.prepared().objects());
      return verdict(run);
    }
    try {
      Claiming.Claimed claimed = claiming.claimToCommit(flight);
      if (claimed instanceof Claiming.Claimed.Done done) {
        return done.verdict();
      }
      Claims.Grant grant = ((Claiming.Claimed.ToRun) claimed).grant();
      try {
        return append(flight, grant, run);
      } finally {
        store.claims().release(grant);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new dev.cashet.model.InterruptedSubmissionException(
          "interrupted while " + flight.name() + " waited for its turn to commit", e);
    }
  }

  private static Verdict verdict(Run run) {
    Recorder.Prepared prepared = run.prepared();
    Entry entry = new Entry(prepared.commit().id(), prepared.commit(), prepared.result());
    return run.failure().isPresent()
        ? new Verdict.Failed(entry, run.failure().get(), false)
        : new Verdict.Available(entry, false);
  }
}
