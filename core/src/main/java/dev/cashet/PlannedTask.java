package dev.cashet;

import java.time.Duration;
import java.util.Optional;

/**
 * What would become of a task of a batch.
 *
 * @param index its place, from 0
 * @param name the task's key in the batch, else the function's name
 * @param action whether it would run
 * @param reason why, in a few words
 * @param estimate how long it would run, as past runs of the same function did; empty if there were none, or it is a hit
 */
public record PlannedTask(
    long index, String name, Action action, String reason, Optional<Duration> estimate) {
  /** Whether a task would run. */
  public enum Action {
    /** There is a result, or another task of the batch makes it. */
    HIT,
    /** It would run. */
    RUN,
    /** One of its inputs would run: it runs too unless the result turns out to be one that it has seen. */
    DEPENDS
  }
}
