package dev.cashet;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * What became of a batch.
 *
 * @param outcomes of all tasks, in the order in which they were added
 */
public record BatchResult(List<TaskOutcome<?>> outcomes) {
  /** Copies the list. */
  public BatchResult {
    outcomes = List.copyOf(outcomes);
  }

  static BatchResult of(List<BatchTask<?>> tasks) {
    return new BatchResult(tasks.stream()
        .<TaskOutcome<?>>map(BatchTask::outcome)
        .filter(Objects::nonNull)
        .toList());
  }

  /**
   * The outcome of the task of this name.
   *
   * @throws NoSuchElementException if there is none
   */
  public TaskOutcome<?> outcome(String name) {
    return outcomes.stream()
        .filter(outcome -> outcome.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the batch has no task '" + name + "'"));
  }

  /** The outcomes with this status. */
  public List<TaskOutcome<?>> with(TaskOutcome.Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
  }

  /** Whether every task has a result. */
  public boolean isSuccess() {
    return outcomes.stream().allMatch(TaskOutcome::isSuccess);
  }
}
