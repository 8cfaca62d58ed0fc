package dev.cashet.executor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt. */
public sealed interface Outcome {
  /**
   * It returned.
   *
   * @param value what it returned
   * @param took how long it ran
   */
  record Returned(@Nullable Object value, Duration took) implements Outcome {}

  /**
   * It threw.
   *
   * @param error what it threw, whatever its kind
   * @param took how long it ran
   */
  record Threw(Throwable error, Duration took) implements Outcome {}

  /**
   * It took too long and was interrupted.
   *
   * @param timeout the limit
   * @param stopped whether it had ended when this was reported; a task that ignores interruption goes on
   * @param took how long it ran until then
   */
  record TimedOut(Duration timeout, boolean stopped, Duration took) implements Outcome {}

  /**
   * The place it ran in is gone.
   *
   * @param reason what is known
   * @param took how long it ran until then
   */
  record Lost(String reason, Duration took) implements Outcome {}

  /** How long the attempt ran. */
  Duration took();
}
