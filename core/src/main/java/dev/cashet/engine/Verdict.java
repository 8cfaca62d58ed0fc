package dev.cashet.engine;

import dev.cashet.executor.AttemptTimeoutException;
import dev.cashet.executor.Outcome;
import dev.cashet.model.Commit;
import dev.cashet.model.RecordedFailure;
import dev.cashet.store.Entry;
import java.time.Duration;
import java.util.Optional;

/** How a submission ended. */
public sealed interface Verdict {
  /**
   * There is a result.
   *
   * @param entry the commit that holds it
   * @param cached whether it was there already, or made by someone else meanwhile
   */
  record Available(Entry entry, boolean cached) implements Verdict {}

  /**
   * The task ran and failed for good.
   *
   * @param entry the commit that records it
   * @param failure why
   * @param shared whether it was someone else's run, or an earlier one
   */
  record Failed(Entry entry, Failure failure, boolean shared) implements Verdict {
    /** A run of someone else, or an earlier one, as its commit remembers it. */
    static Failed recorded(Entry entry, Policy.Attempts limits) {
      return new Failed(entry, Failure.recorded(entry.commit(), limits), true);
    }
  }

  /** The same for those who waited for it. */
  default Verdict asSeenByOthers() {
    if (this instanceof Available available) {
      return new Available(available.entry(), true);
    }
    Failed failed = (Failed) this;
    return new Failed(failed.entry(), failed.failure(), true);
  }

  /**
   * Why a task failed.
   *
   * @param cause what it threw, or what says how it ended
   * @param timeout the limit it exceeded, if that was why
   */
  record Failure(Throwable cause, Optional<Duration> timeout) {
    /** Why an attempt brought nothing; empty if it returned. */
    static Optional<Failure> of(String task, Outcome outcome) {
      if (outcome instanceof Outcome.Returned) {
        return Optional.empty();
      }
      if (outcome instanceof Outcome.Threw threw) {
        return Optional.of(new Failure(threw.error(), Optional.empty()));
      }
      if (outcome instanceof Outcome.TimedOut timedOut) {
        String stopped = timedOut.stopped() ? "" : "; it ignores the interrupt and still runs";
        Throwable cause =
            new AttemptTimeoutException(task + " took longer than " + timedOut.timeout() + stopped);
        return Optional.of(new Failure(cause, Optional.of(timedOut.timeout())));
      }
      Outcome.Lost lost = (Outcome.Lost) outcome;
      Throwable cause = new IllegalStateException(task + " was lost: " + lost.reason());
      return Optional.of(new Failure(cause, Optional.empty()));
    }

    static Failure recorded(Commit commit, Policy.Attempts limits) {
      Commit.Failed failed = (Commit.Failed) commit.outcome();
      Optional<Duration> timeout = failed.type().equals(FailureText.TIMEOUT)
          ? Optional.of(limits.timeout().orElse(commit.run().duration()))
          : Optional.empty();
      return new Failure(new RecordedFailure(failed), timeout);
    }
  }
}
