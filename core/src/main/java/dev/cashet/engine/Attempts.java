package dev.cashet.engine;

import dev.cashet.codec.UnserializableException;
import dev.cashet.event.CashetEvent;
import dev.cashet.executor.Outcome;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import dev.cashet.model.InterruptedSubmissionException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Step 7: one attempt after the other until one returns or none is left. */
final class Attempts {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  private final Dispatch dispatch;
  private final CallerState.Keeper keeper;
  private final Events events;
  private final CountDownLatch closing;

  Attempts(Dispatch dispatch, CallerState.Keeper keeper, Events events, CountDownLatch closing) {
    this.dispatch = dispatch;
    this.keeper = keeper;
    this.events = events;
    this.closing = closing;
  }

  /**
   * The last attempt.
   *
   * @param outcome what became of it
   * @param number which it was, from 1
   * @param failure why it brought nothing, if so
   * @param arguments puts back what it changed; to be used once the outcome's value is no longer needed
   */
  record Last(
      Outcome outcome, int number, Optional<Verdict.Failure> failure, CallerState arguments) {}

  /**
   * Runs the call.
   *
   * @throws InterruptedException if the thread was interrupted, or the client closed, while it ran or waited
   */
  Last run(Flight flight) throws InterruptedException {
    CallerState arguments = keeper.keep(flight.call());
    boolean ended = false;
    try {
      Last last = run(flight, arguments);
      ended = true;
      return last;
    } finally {
      if (!ended) {
        arguments.restore();
      }
    }
  }

  private Last run(Flight flight, CallerState arguments) throws InterruptedException {
    KeyedCall call = flight.call();
    Policy.Attempts limits = call.policy().attempts();
    TaskExecutor executor = dispatch.executor(call);
    Task task = dispatch.task(flight);
    Pauses pauses = new Pauses(limits.backoff(), new SplittableRandom(System.nanoTime()));
    for (int number = 1; ; number++) {
      int attempt = number;
      events.tell(() -> new CashetEvent.Started(call.asEvent(), attempt));
      Outcome outcome = executor.run(task);
      Optional<Verdict.Failure> failure = Verdict.Failure.of(flight.name(), outcome);
      if (failure.isEmpty()) {
        return new Last(outcome, number, failure, arguments);
      }
      Throwable error = failure.get().cause();
      throwIfInterrupted(error);
      if (number > limits.retries()
          || !isWorthRepeating(outcome, error, limits)
          || !mayRepeat(error, arguments)) {
        return new Last(outcome, number, failure, arguments);
      }
      Duration pause = pauses.next();
      String reason = call.arguments().redaction().apply(error.toString());
      events.tell(() -> new CashetEvent.Retried(call.asEvent(), attempt, reason, pause));
      if (closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new InterruptedException("closed between two attempts");
      }
    }
  }

  /** An interrupt is a wish to stop, also one that met a call inside this one; so is the end of the client. */
  private void throwIfInterrupted(Throwable error) throws InterruptedException {
    if (error instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (error instanceof InterruptedSubmissionException || closing.getCount() == 0) {
      InterruptedException stop = new InterruptedException(error.toString());
      stop.initCause(error);
      throw stop;
    }
  }

  /** A runaway must not meet its own repetition; what else is worth it the caller says. */
  private static boolean isWorthRepeating(
      Outcome outcome, Throwable error, Policy.Attempts limits) {
    boolean ended = !(outcome instanceof Outcome.TimedOut timedOut) || timedOut.stopped();
    return ended
        && !(error instanceof UnserializableException)
        && limits.retryable().test(error);
  }

  /** Each attempt starts from the arguments that the caller passed; if those are lost, the failure says why it was the last. */
  private static boolean mayRepeat(Throwable error, CallerState arguments) {
    Optional<String> refusal = arguments.restoreForRetry();
    refusal.ifPresent(reason -> {
      error.addSuppressed(new IllegalStateException(reason));
      LOG.log(System.Logger.Level.WARNING, reason);
    });
    return refusal.isEmpty();
  }
}
