package dev.cashet.engine;

import dev.cashet.event.CashetEvent;
import dev.cashet.executor.Outcome;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Step 7: one attempt after the other until one returns or none is left. */
final class Attempts {
  private final TaskExecutor executor;
  private final Events events;

  Attempts(TaskExecutor executor, Events events) {
    this.executor = executor;
    this.events = events;
  }

  /**
   * The last attempt.
   *
   * @param outcome what became of it
   * @param number which it was, from 1
   */
  record Last(Outcome outcome, int number) {}

  /**
   * Runs the call.
   *
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  Last run(KeyedCall call) throws InterruptedException {
    Policy.Attempts limits = call.policy().attempts();
    Task task = new Task(call.name(), call.invocation(), limits.timeout());
    Duration pause = limits.backoff();
    for (int number = 1; ; number++) {
      int attempt = number;
      events.tell(() -> new CashetEvent.Started(call.asEvent(), attempt));
      Outcome outcome = executor.run(task);
      if (number > limits.retries() || !isWorthRepeating(outcome)) {
        return new Last(outcome, number);
      }
      Duration next = pause;
      events.tell(() -> new CashetEvent.Retried(call.asEvent(), attempt, reason(outcome), next));
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      pause = pause.multipliedBy(2);
    }
  }

  private static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Threw threw) {
      return threw.error().toString();
    }
    return outcome instanceof Outcome.Lost lost
        ? "lost: " + lost.reason()
        : "took too long: " + outcome.took();
  }

  /** An Error is a broken program, an interrupt is a wish to stop, and a runaway must not meet its own repetition. */
  private static boolean isWorthRepeating(Outcome outcome) {
    if (outcome instanceof Outcome.Threw threw) {
      return threw.error() instanceof Exception && !(threw.error() instanceof InterruptedException);
    }
    return outcome instanceof Outcome.Lost
        || outcome instanceof Outcome.TimedOut timedOut && timedOut.stopped();
  }
}
