package dev.cashet;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one task of a batch or one item of a map.
 *
 * @param index its place, from 0: in the order in which it was added or given
 * @param name the task's key in the batch, else the function's name, else its number
 * @param status how it ended
 * @param took from its start to its end; zero if it never started
 * @param result the result, if it completed or was a hit
 * @param problem why there is no result, if there is none
 * @param <R> the result's type
 */
public record TaskOutcome<R>(
    long index,
    String name,
    Status status,
    Duration took,
    Optional<ResultRef<R>> result,
    Optional<Problem> problem) {

  /** How a task ended. */
  public enum Status {
    /** It ran and has a result. */
    COMPLETED,
    /** Its result was there already, or was made by someone else meanwhile. */
    HIT,
    /** It ran, or was to run, and failed. */
    FAILED,
    /** It never started because another task failed. */
    SKIPPED,
    /** It was stopped, or never started, because the batch was cancelled or the client closed. */
    CANCELLED
  }

  /**
   * Why there is no result.
   *
   * @param error of a failed task: a {@link TaskException} if it threw, else what kept it from running; of a skipped
   *     task: the error of the task that failed
   * @param because the name of the task that failed; the task's own if it is the one
   */
  public record Problem(Throwable error, String because) {}

  /** Whether there is a result. */
  public boolean isSuccess() {
    return result.isPresent();
  }

  static <R> TaskOutcome<R> of(long index, String name, Duration took, ResultRef<R> ref) {
    Status status = ref.wasCached() ? Status.HIT : Status.COMPLETED;
    return new TaskOutcome<>(index, name, status, took, Optional.of(ref), Optional.empty());
  }

  static <R> TaskOutcome<R> without(
      long index, String name, Status status, Duration took, Problem problem) {
    return new TaskOutcome<>(index, name, status, took, Optional.empty(), Optional.of(problem));
  }

  /** The result; throws the error if there is none: it came out of a submission and is unchecked. */
  ResultRef<R> orThrow() {
    if (result.isPresent()) {
      return result.get();
    }
    Throwable error = problem.orElseThrow().error();
    if (error instanceof Error fatal) {
      throw fatal;
    }
    throw (RuntimeException) error;
  }
}
