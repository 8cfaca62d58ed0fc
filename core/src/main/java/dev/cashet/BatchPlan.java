package dev.cashet;

import dev.cashet.PlannedTask.Action;
import dev.cashet.engine.KeyedCall;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.Entry;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch would do, as far as that can be known before it has run.
 *
 * @param tasks all tasks without a result yet, in the order in which they were added
 */
public record BatchPlan(List<PlannedTask> tasks) {
  /** Copies the list. */
  public BatchPlan {
    tasks = List.copyOf(tasks);
  }

  /** The tasks for which this is planned. */
  public List<PlannedTask> with(Action action) {
    return tasks.stream().filter(task -> task.action() == action).toList();
  }

  /** The work ahead: the sum of all estimates, by one worker, if every task that may run does. */
  public Duration estimate() {
    return tasks.stream()
        .flatMap(task -> task.estimate().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  static BatchPlan of(BatchTasks batch) {
    List<BatchTask<?>> open =
        batch.all().stream().filter(task -> !task.hasResult()).toList();
    List<BatchInputs> inputs = BatchTasks.inputs(open);
    List<Integer> order = BatchTasks.requireOrder(open, inputs);
    PlannedTask[] planned = new PlannedTask[open.size()];
    Planner planner = new Planner();
    try {
      for (int place : order) {
        planned[place] = planner.plan(open.get(place), inputs.get(place));
      }
    } finally {
      open.forEach(task -> task.foresee(null));
    }
    return new BatchPlan(Arrays.asList(planned));
  }

  /** Looks at one task after the other, each after its inputs. */
  private static final class Planner {
    private final Map<BatchTask<?>, PlannedTask> seen = new HashMap<>();
    private final Map<Fingerprint, String> first = new HashMap<>();
    private final Map<String, Optional<Duration>> estimates = new HashMap<>();

    PlannedTask plan(BatchTask<?> task, BatchInputs inputs) {
      Optional<PlannedTask> running = inputs.tasks().stream()
          .map(seen::get)
          .filter(each -> each != null && each.action() != Action.HIT)
          .findFirst();
      PlannedTask planned;
      if (running.isPresent()) {
        planned = planned(task, inputs, Action.DEPENDS, running.get().name() + " runs before it");
      } else {
        planned = plan(task, inputs, task.call().view());
      }
      seen.put(task, planned);
      return planned;
    }

    private PlannedTask plan(BatchTask<?> task, BatchInputs inputs, View view) {
      if (inputs.addsTasks()) {
        return planned(task, inputs, Action.RUN, "it holds the batch, so it always runs");
      }
      KeyedCall call = view.key(task.call().invocation());
      Optional<Entry> hit = view.engine().find(call);
      if (hit.isPresent()) {
        foresee(task, view, call, hit.get());
        return planned(task, inputs, Action.HIT, "commit " + hit.get().id().shortHex());
      }
      if (call.policy().reuse().cache()) {
        String twin = first.putIfAbsent(call.fingerprint(), task.title(inputs.function()));
        if (twin != null) {
          return planned(task, inputs, Action.DEPENDS, "it is the same call as " + twin);
        }
      }
      return planned(task, inputs, Action.RUN, view.engine().reasonToRun(call));
    }

    private PlannedTask planned(
        BatchTask<?> task, BatchInputs inputs, Action action, String reason) {
      Optional<Duration> estimate = action == Action.HIT
          ? Optional.empty()
          : estimates.computeIfAbsent(
              inputs.qualifiedFunction(), task.call().view().engine()::usualDuration);
      return new PlannedTask(
          task.call().index(), task.title(inputs.function()), action, reason, estimate);
    }

    private static <T> void foresee(BatchTask<T> task, View view, KeyedCall call, Entry hit) {
      task.foresee(view.ref(call, hit));
    }
  }
}
