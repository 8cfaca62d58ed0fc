package dev.cashet.engine;

import dev.cashet.event.CashetEvent;
import dev.cashet.executor.Outcome;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Step 7: one attempt after the other until one returns or none is left. */
final class Attempts {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  private final Dispatch dispatch;
  private final CallerState.Keeper keeper;
  private final Events events;

  Attempts(Dispatch dispatch, CallerState.Keeper keeper, Events events) {
    this.dispatch = dispatch;
    this.keeper = keeper;
    this.events = events;
  }

  /**
   * The last attempt.
   *
   * @param outcome what became of it
   * @param number which it was, from 1
   * @param arguments puts back what it changed; to be used once the outcome's value is no longer needed
   */
  record Last(Outcome outcome, int number, CallerState arguments) {}

  /**
   * Runs the call.
   *
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  Last run(KeyedCall call) throws InterruptedException {
    CallerState arguments = keeper.keep(call);
    boolean ended = false;
    try {
      Last last = run(call, arguments);
      ended = true;
      return last;
    } finally {
      if (!ended) {
        arguments.restore();
      }
    }
  }

  private Last run(KeyedCall call, CallerState arguments) throws InterruptedException {
    Policy.Attempts limits = call.policy().attempts();
    TaskExecutor executor = dispatch.executor(call);
    Task task = dispatch.task(call);
    Duration pause = limits.backoff();
    for (int number = 1; ; number++) {
      int attempt = number;
      events.tell(() -> new CashetEvent.Started(call.asEvent(), attempt));
      Outcome outcome = executor.run(task);
      if (number > limits.retries() || !isWorthRepeating(outcome)) {
        return new Last(outcome, number, arguments);
      }
      Optional<String> refusal = arguments.restoreForRetry();
      if (refusal.isPresent()) {
        return new Last(refused(outcome, refusal.get()), number, arguments);
      }
      Duration next = pause;
      events.tell(
          () -> new CashetEvent.Retried(call.asEvent(), attempt, reason(call, outcome), next));
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      pause = pause.multipliedBy(2);
    }
  }

  private static String reason(KeyedCall call, Outcome outcome) {
    if (outcome instanceof Outcome.Threw threw) {
      return call.arguments().redaction().apply(threw.error().toString());
    }
    return outcome instanceof Outcome.Lost lost
        ? "lost: " + lost.reason()
        : "took too long: " + outcome.took();
  }

  /** The attempt's own failure, with the reason why it was the last. */
  private static Outcome refused(Outcome outcome, String reason) {
    if (outcome instanceof Outcome.Threw threw) {
      threw.error().addSuppressed(new IllegalStateException(reason));
    } else {
      LOG.log(System.Logger.Level.WARNING, reason);
    }
    return outcome;
  }

  /** An Error is a broken program, an interrupt is a wish to stop, and a runaway must not meet its own repetition. */
  private static boolean isWorthRepeating(Outcome outcome) {
    if (outcome instanceof Outcome.Threw threw) {
      return threw.error() instanceof Exception
          && !(threw.error() instanceof InterruptedException)
          && !(threw.error() instanceof dev.cashet.codec.UnserializableException);
    }
    return outcome instanceof Outcome.Lost
        || outcome instanceof Outcome.TimedOut timedOut && timedOut.stopped();
  }
}
