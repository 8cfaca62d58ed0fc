package dev.cashet;

import dev.cashet.canonical.CanonicalForm;
import dev.cashet.model.Invocation;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tasks that are known before they run, so that they can run side by side, each after its inputs. A task says what it
 * needs by capturing the reference that {@link #add} gave for it:
 *
 * <pre>{@code
 * Batch batch = cashet.batch();
 * ResultRef<Table> raw   = batch.add(() -> read(InputFile.of(path)));
 * ResultRef<Model> model = batch.add(() -> train(raw.load()));
 * batch.run();
 * }</pre>
 *
 * <p>A reference can be loaded once its task has run. Tasks that are one call run once. A batch may be run again: what
 * has a result stays, what failed or was added since runs. A listener or a task may add further tasks while the batch
 * runs; a task that holds the batch for that always runs, as with {@code cache(false)}, since a hit would add nothing.
 * Tasks may run batches of their own to any depth. Safe for many threads.
 */
public final class Batch implements CanonicalForm {
  private final BatchTasks tasks;
  private final View view;

  Batch(BatchTasks tasks, View view) {
    this.tasks = tasks;
    this.view = view;
  }

  /** The same batch; what is added through it has these options, which win over those of the batch. */
  public Batch with(TaskOptions options) {
    return new Batch(tasks, view.and(Objects.requireNonNull(options, "options")));
  }

  /** What a failure means for the other tasks; {@link FailurePolicy#FAIL_FAST} if nothing is said. */
  public Batch onFailure(FailurePolicy policy) {
    tasks.policy(Objects.requireNonNull(policy, "policy"));
    return this;
  }

  /**
   * Tells of every outcome as it comes, one at a time, in a thread of the batch. What the listener throws stops the batch
   * and is thrown by {@link #run}.
   */
  public Batch onResult(Consumer<? super TaskOutcome<?>> listener) {
    tasks.listen(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** Adds a call; the reference may be captured by other tasks before it has run. */
  public <R> ResultRef<R> add(Fn0<R> function) {
    return tasks.add(null, Calls.of(function), view);
  }

  /**
   * Adds a call under a name that outcomes use and by which {@link #ref} finds it.
   *
   * @throws IllegalArgumentException if there is a task of this name
   */
  public <R> ResultRef<R> add(String key, Fn0<R> function) {
    return tasks.add(requireKey(key), Calls.of(function), view);
  }

  /** Adds a call. */
  public <A, R> ResultRef<R> add(Fn1<A, R> function, A a) {
    return tasks.add(null, Calls.of(function, a), view);
  }

  /** Adds a call. */
  public <A, B, R> ResultRef<R> add(Fn2<A, B, R> function, A a, B b) {
    return tasks.add(null, Calls.of(function, a, b), view);
  }

  /** Adds a call. */
  public <A, B, C, R> ResultRef<R> add(Fn3<A, B, C, R> function, A a, B b, C c) {
    return tasks.add(null, Calls.of(function, a, b, c), view);
  }

  /** Adds a call that is described by hand. */
  public <R> ResultRef<R> add(Invocation invocation) {
    return tasks.add(null, Objects.requireNonNull(invocation, "invocation"), view);
  }

  /**
   * The reference to the task of this name, which may be added later.
   *
   * @param <R> the result's type; not checked before it is used
   */
  public <R> ResultRef<R> ref(String key) {
    return tasks.ref(requireKey(key));
  }

  /** How many tasks were added. */
  public int size() {
    return tasks.all().size();
  }

  /** Runs every task that has no result yet, as many at once as the client's {@code maxWorkers} says. */
  public BatchResult run() {
    return run(view.crew().maxWorkers());
  }

  /**
   * Runs every task that has no result yet. The calling thread is one of the workers.
   *
   * @param maxWorkers how many at once, 1 or more
   * @throws IllegalArgumentException if tasks wait for each other in a circle, or for one that nobody added; nothing has
   *     run then
   * @throws TaskException the first failure, if failures are not collected; what was computed is kept, and later failures
   *     are its suppressed ones
   * @throws dev.cashet.model.InterruptedSubmissionException if the batch was cancelled, the thread interrupted or the
   *     client closed, if failures are not collected
   */
  public BatchResult run(int maxWorkers) {
    requireWorkers(maxWorkers);
    Tally tally = tally();
    BatchRun run = tasks.begin(maxWorkers - 1, tally::add, tally::end);
    try {
      run.help();
    } finally {
      tasks.end();
    }
    run.requireSuccess();
    return BatchResult.of(tasks.all());
  }

  /** The outcomes in the order in which tasks end. The tasks start at once; close the stream to cancel what is left. */
  public Stream<TaskOutcome<?>> stream() {
    return stream(view.crew().maxWorkers());
  }

  /**
   * The same with so many tasks at once. Failures are outcomes here under either policy.
   *
   * @param maxWorkers how many at once, 1 or more
   */
  public Stream<TaskOutcome<?>> stream(int maxWorkers) {
    requireWorkers(maxWorkers);
    BlockingQueue<Outcomes.Next> queue = new LinkedBlockingQueue<>();
    Tally tally = tally();
    BatchRun run = tasks.begin(
        maxWorkers,
        outcome -> {
          tally.add(outcome);
          queue.add(new Outcomes.Next(outcome));
        },
        () -> {
          tally.end();
          tasks.end();
          queue.add(Outcomes.END);
        });
    return new Outcomes(queue, run).stream();
  }

  /** What {@link #run} would do now, task by task. Runs nothing and writes nothing. */
  public BatchPlan plan() {
    return BatchPlan.of(tasks);
  }

  /** Starts nothing more and interrupts what runs; does nothing if the batch does not run. */
  public void cancel() {
    tasks.cancel();
  }

  @Override
  public String canonicalName() {
    return "cashet.Batch/1";
  }

  /** A batch says nothing of a task that holds it. */
  @Override
  public Object canonicalValue() {
    return "batch";
  }

  @Override
  public String canonicalText() {
    return "batch";
  }

  private Tally tally() {
    return view.crew().tally("batch", () -> OptionalLong.of(tasks.open()));
  }

  private static String requireKey(String key) {
    if (Objects.requireNonNull(key, "key").isEmpty()) {
      throw new IllegalArgumentException("key: cannot be empty");
    }
    return key;
  }

  private static void requireWorkers(int maxWorkers) {
    if (maxWorkers < 1) {
      throw new IllegalArgumentException("maxWorkers: must be 1 or more, not " + maxWorkers);
    }
  }
}
