package dev.cashet;

import dev.cashet.graph.Topology;
import dev.cashet.model.Invocation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks of a batch, in the order in which they were added, and the run that is at them if there is one. */
final class BatchTasks {
  private final List<BatchTask<?>> all = new ArrayList<>();
  private final Map<String, BatchTask<?>> named = new LinkedHashMap<>();
  private FailurePolicy policy = FailurePolicy.FAIL_FAST;
  private Consumer<TaskOutcome<?>> listener = outcome -> {};
  private @Nullable BatchRun run;
  private boolean starting;
  private int before;

  synchronized void policy(FailurePolicy wanted) {
    requireIdle();
    policy = wanted;
  }

  synchronized void listen(Consumer<? super TaskOutcome<?>> more) {
    requireIdle();
    listener = listener.andThen(more);
  }

  <T> DeferredRef<T> add(@Nullable String key, Invocation invocation, View view) {
    BatchTask<T> task;
    BatchRun current;
    synchronized (this) {
      task = key == null ? new BatchTask<>(this, null) : byKey(key);
      current = run;
      if (current == null) {
        define(task, invocation, view);
        return task.ref();
      }
    }
    BatchInputs inputs = BatchInputs.of(task, view, view.request(invocation));
    synchronized (this) {
      define(task, invocation, view);
    }
    current.admit(task, inputs);
    return task.ref();
  }

  /** The task of this name; it need not have been added yet. */
  synchronized <T> DeferredRef<T> ref(String key) {
    BatchTask<T> task = byKey(key);
    return task.ref();
  }

  /** How many tasks the current run has, those that were added to it included. */
  synchronized long open() {
    return all.size() - before;
  }

  synchronized List<BatchTask<?>> all() {
    return List.copyOf(all);
  }

  /** Starts a run of all tasks without a result; {@link #end} ends it. */
  BatchRun begin(int threads, Consumer<TaskOutcome<?>> more, Runnable ended) {
    List<BatchTask<?>> open = new ArrayList<>();
    synchronized (this) {
      requireIdle();
      starting = true;
      all.stream().filter(task -> !task.hasResult()).forEach(open::add);
      before = all.size() - open.size();
    }
    BatchRun begun = null;
    try {
      List<BatchInputs> inputs = inputs(open);
      requireOrder(open, inputs);
      begun = new BatchRun(policy, listener.andThen(more), threads, ended);
      begun.enlist(open, inputs);
    } finally {
      synchronized (this) {
        run = begun;
        starting = false;
      }
    }
    begun.launch();
    return begun;
  }

  synchronized void end() {
    run = null;
  }

  void cancel() {
    BatchRun current;
    synchronized (this) {
      current = run;
    }
    if (current != null) {
      current.cancel();
    }
  }

  synchronized void requireIdle() {
    if (run != null || starting) {
      throw new IllegalStateException("the batch is running");
    }
  }

  static List<BatchInputs> inputs(List<BatchTask<?>> tasks) {
    List<BatchInputs> inputs = new ArrayList<>(tasks.size());
    for (BatchTask<?> task : tasks) {
      BatchTask.Call call = task.call();
      inputs.add(BatchInputs.of(task, call.view(), call.request()));
    }
    return inputs;
  }

  /**
   * The places of the tasks in an order in which each comes after what it uses.
   *
   * @throws IllegalArgumentException if they use each other in a circle
   */
  static List<Integer> requireOrder(List<BatchTask<?>> tasks, List<BatchInputs> inputs) {
    Map<BatchTask<?>, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      places.put(tasks.get(i), i);
    }
    List<int[]> edges = new ArrayList<>(tasks.size());
    for (BatchInputs each : inputs) {
      edges.add(each.tasks().stream()
          .filter(places::containsKey)
          .mapToInt(places::get)
          .toArray());
    }
    Topology topology = Topology.of(edges);
    if (!topology.cycle().isEmpty()) {
      String names = topology.cycle().stream()
          .map(place -> tasks.get(place).title(inputs.get(place).function()))
          .collect(Collectors.joining(" → "));
      throw new IllegalArgumentException("batch: tasks wait for each other in a circle: "
          + names
          + " → "
          + tasks
              .get(topology.cycle().get(0))
              .title(inputs.get(topology.cycle().get(0)).function()));
    }
    return topology.order();
  }

  private void define(BatchTask<?> task, Invocation invocation, View view) {
    if (task.isDefined()) {
      throw new IllegalArgumentException("batch: there is a task " + task.name() + " already");
    }
    if (starting) {
      throw new IllegalStateException("the batch is being started");
    }
    task.define(all.size(), invocation, view);
    all.add(task);
  }

  // Whoever asks for a task by its name says of which type its result is.
  @SuppressWarnings("unchecked")
  private <T> BatchTask<T> byKey(String key) {
    return (BatchTask<T>) named.computeIfAbsent(key, name -> new BatchTask<>(this, name));
  }
}
