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
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** One call from its key to its commit: steps 4 to 11, in the order in which they must happen. */
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

  /** Runs the call under a claim, or takes the result of whoever had it first. */
  Verdict run(KeyedCall call) throws InterruptedException {
    Claiming.Claimed claimed = claiming.claim(call);
    if (claimed instanceof Claiming.Claimed.Done done) {
      return new Verdict.Available(done.entry(), true);
    }
    Claims.Grant grant = ((Claiming.Claimed.ToRun) claimed).grant();
    Future<?> beat = heartbeat.keep(grant);
    try {
      holdInputs(call, grant);
      // Before the run: afterwards a lost result may be there again.
      Optional<Cause> cause = lookup.cause(call.fingerprint(), call.policy().reuse());
      Attempts.Last last = attempts.run(call);
      Run run = prepare(call, last, cause);
      return append(call, grant, run);
    } finally {
      beat.cancel(false);
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
  Verdict runUncached(KeyedCall call) throws InterruptedException {
    Attempts.Last last = attempts.run(call);
    Run run = prepare(call, last, Optional.empty());
    store.commits().add(run.prepared().commit(), run.prepared().objects());
    return verdict(run);
  }

  /** What is to be recorded, and why if it is a failure. */
  private record Run(Recorder.Prepared prepared, Optional<Verdict.Failure> failure) {}

  /** The result may be made of the arguments, so what the task changed in them is put back when it is written. */
  private Run prepare(KeyedCall call, Attempts.Last last, Optional<Cause> cause)
      throws InterruptedException {
    try {
      throwIfInterrupted(last.outcome());
      return outcome(call, last, cause);
    } finally {
      last.arguments().restore();
    }
  }

  private Run outcome(KeyedCall call, Attempts.Last last, Optional<Cause> cause) {
    Outcome outcome = last.outcome();
    Recorder.Ran ran = new Recorder.Ran(outcome.took(), last.number(), cause);
    if (outcome instanceof Outcome.Returned returned) {
      try {
        return new Run(recorder.completed(call, returned.value(), ran), Optional.empty());
      } catch (UnserializableException e) {
        return failed(call, new Verdict.Failure(e, Optional.empty()), ran);
      }
    }
    if (outcome instanceof Outcome.Threw threw) {
      return failed(call, new Verdict.Failure(threw.error(), Optional.empty()), ran);
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      String stopped = timedOut.stopped() ? "" : "; it ignores the interrupt and still runs";
      TimeoutException error = new TimeoutException(
          call.name().shortName() + " took longer than " + timedOut.timeout() + stopped);
      return failed(call, new Verdict.Failure(error, Optional.of(timedOut.timeout())), ran);
    }
    Outcome.Lost lost = (Outcome.Lost) outcome;
    IllegalStateException error =
        new IllegalStateException(call.name().shortName() + " was lost: " + lost.reason());
    return failed(call, new Verdict.Failure(error, Optional.empty()), ran);
  }

  private Run failed(KeyedCall call, Verdict.Failure failure, Recorder.Ran ran) {
    return new Run(recorder.failed(call, failure.cause(), ran), Optional.of(failure));
  }

  private Verdict append(KeyedCall call, Claims.Grant grant, Run run) {
    Recorder.Prepared prepared = run.prepared();
    CommitStore.Append answer =
        store.commits().append(prepared.commit(), grant, prepared.objects());
    if (answer instanceof CommitStore.Append.Superseded superseded
        && superseded.accepted().isPresent()) {
      // Someone took the claim over and finished first: theirs is the result for everyone.
      return new Verdict.Available(superseded.accepted().get(), true);
    }
    if (answer instanceof CommitStore.Append.Superseded) {
      return retrySuperseded(call, run);
    }
    prepared.commit().output().ifPresent(output -> lookup.reportWritten(output.digest()));
    return verdict(run);
  }

  /** The claim is someone else's, who has not finished: their result is waited for; a failure of ours needs no claim. */
  private Verdict retrySuperseded(KeyedCall call, Run run) {
    if (run.failure().isPresent()) {
      store.commits().add(run.prepared().commit(), run.prepared().objects());
      return verdict(run);
    }
    try {
      Claiming.Claimed claimed = claiming.claim(call);
      if (claimed instanceof Claiming.Claimed.Done done) {
        return new Verdict.Available(done.entry(), true);
      }
      return append(call, ((Claiming.Claimed.ToRun) claimed).grant(), run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new dev.cashet.model.InterruptedSubmissionException(
          "interrupted while " + call.name().shortName() + " waited for its turn to commit", e);
    }
  }

  private static Verdict verdict(Run run) {
    Recorder.Prepared prepared = run.prepared();
    Entry entry = new Entry(prepared.commit().id(), prepared.commit(), prepared.result());
    return run.failure().isPresent()
        ? new Verdict.Failed(entry, run.failure().get())
        : new Verdict.Available(entry, false);
  }

  private static void throwIfInterrupted(Outcome outcome) throws InterruptedException {
    if (outcome instanceof Outcome.Threw threw
        && threw.error() instanceof InterruptedException interrupted) {
      throw interrupted;
    }
  }
}
