package dev.cashet;

import dev.cashet.graph.Interruptible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task within one run of its batch, and where it stands; guarded by the run's lock. */
final class BatchNode {
  final BatchTask<?> task;
  final View view;
  final List<BatchNode> users = new ArrayList<>(2);
  final List<BatchNode> twins = new ArrayList<>(0);
  final Interruptible work = new Interruptible();
  volatile String title;
  int waitsFor;
  boolean started;

  @Nullable
  TaskOutcome<?> outcome;

  BatchNode(BatchTask<?> task, BatchInputs inputs) {
    this.task = task;
    this.title = task.title(inputs.function());
    View asked = task.call().view();
    this.view = inputs.addsTasks() ? asked.and(TaskOptions.defaults().cache(false)) : asked;
  }

  <R> TaskOutcome<R> completed(ResultRef<R> ref, Duration took) {
    return TaskOutcome.of(task.call().index(), title, took, ref);
  }

  TaskOutcome<?> without(TaskOutcome.Status status, TaskOutcome.Problem problem, Duration took) {
    return TaskOutcome.without(task.call().index(), title, status, took, problem);
  }

  /** What this one, which has ended, means for another task with the same key; null if that one is to ask for itself. */
  @Nullable
  TaskOutcome<?> sharedWith(BatchNode twin, boolean forced) {
    TaskOutcome<?> mine = java.util.Objects.requireNonNull(outcome, "still open");
    if (mine.problem().isPresent()) {
      TaskOutcome.Problem problem = mine.problem().get();
      // The same call failed as itself there, so it does here: not for the sake of the other.
      String because = problem.because().equals(title) ? twin.title : problem.because();
      return twin.without(
          mine.status(), new TaskOutcome.Problem(problem.error(), because), Duration.ZERO);
    }
    return forced ? twin.completed(asHit(mine.result().orElseThrow()), Duration.ZERO) : null;
  }

  private static ResultRef<?> asHit(ResultRef<?> ref) {
    return ref instanceof StoredRef<?> stored ? stored.asHit() : ref;
  }

  boolean isOpen() {
    return outcome == null;
  }

  boolean hasResult() {
    TaskOutcome<?> ended = outcome;
    return ended != null && ended.isSuccess();
  }

  /** Ends it, for this run and for whoever holds a reference. */
  void end(TaskOutcome<?> how) {
    outcome = how;
    publish(task, how);
  }

  // The outcome was made from the result of this very task.
  @SuppressWarnings("unchecked")
  private static <T> void publish(BatchTask<T> task, TaskOutcome<?> how) {
    task.outcome((TaskOutcome<T>) how);
  }
}
