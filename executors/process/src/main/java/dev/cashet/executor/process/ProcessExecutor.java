package dev.cashet.executor.process;

import dev.cashet.executor.Outcome;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Runs each task in a JVM of its own, which is kept for the next one. What that buys: a timeout that ends the task
 * whatever it does, a limit of memory, and a crash that is an {@link Outcome.Lost} and not the end of this program. What
 * it costs: arguments and results are copied, and a task sees no static field that this program has set.
 *
 * <pre>{@code
 * Cashet.builder().executor(ProcessExecutor.builder().workers(4).maxHeapBytes(512L << 20).build()).build()
 * }</pre>
 *
 * <p>The function and its arguments go by Java serialization, or by cashet's codec where they are not Serializable; the
 * result comes by the codec. As many processes run as threads ask; none waits for another.
 */
public final class ProcessExecutor implements TaskExecutor {
  /** How long a task that was interrupted has for its last words before its process is killed. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final Scratch scratch;
  private final Programs programs;
  private final Pool pool;

  ProcessExecutor(Scratch scratch, Programs programs, Pool pool) {
    this.scratch = scratch;
    this.programs = programs;
    this.pool = pool;
  }

  /** An executor with the defaults: no limits but the JVM's own, output passed on, as many processes kept as processors. */
  public static ProcessExecutor create() {
    return builder().build();
  }

  /** Puts an executor together. */
  public static ProcessExecutorBuilder builder() {
    return new ProcessExecutorBuilder();
  }

  @Override
  public String name() {
    return "process";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the function or an argument cannot be sent to another process
   * @throws IllegalStateException if the executor is closed, no process can be started, or the program's class files have
   *     changed since it started
   */
  @Override
  public Outcome run(Task task) throws InterruptedException {
    Assignment assignment = Assignment.of(task, programs);
    Optional<Outcome> outcome = run(assignment, pool.take(), false);
    return outcome.isPresent()
        ? outcome.get()
        : run(assignment, pool.take(), true).orElseThrow();
  }

  @Override
  public void close() {
    pool.close();
    scratch.delete();
  }

  /** Empty if the process had ended before the task began, as one that waits may be by anybody; but not twice. */
  private Optional<Outcome> run(Assignment assignment, Worker worker, boolean again)
      throws InterruptedException {
    Optional<Duration> timeout = assignment.task().timeout();
    long started = System.nanoTime();
    boolean ended = false;
    try {
      Ending ending = worker.run(assignment, timeout);
      if (pool.isClosed()) {
        throw new InterruptedException(
            "the executor was closed while " + name(assignment) + " ran");
      }
      ended = !(ending instanceof Ending.Gone);
      return ending instanceof Ending.Gone gone && !gone.begun() && !again
          ? Optional.empty()
          : Optional.of(outcome(ending, assignment, worker, started));
    } catch (TimeoutException e) {
      worker.cancel(GRACE);
      worker.kill();
      Duration limit = timeout.orElseThrow();
      return Optional.of(new Outcome.TimedOut(limit, true, since(started)));
    } finally {
      if (!ended) {
        worker.kill();
      }
      pool.giveBack(worker);
    }
  }

  private static Outcome outcome(Ending ending, Assignment assignment, Worker worker, long started)
      throws InterruptedException {
    Results results = new Results(assignment.task().surroundings(), assignment.loader());
    if (ending instanceof Ending.Returned returned) {
      return results.returned(returned);
    }
    if (ending instanceof Ending.Threw threw) {
      return results.threw(threw);
    }
    if (ending instanceof Ending.NotKept notKept) {
      return Results.notKept(notKept, since(started));
    }
    if (ending instanceof Ending.NotRead notRead) {
      Throwable reason = notRead.thrown().standIn();
      throw new IllegalStateException(
          name(assignment) + " could not be read in another process: " + reason, reason);
    }
    return new Outcome.Lost(worker.obituary(), since(started));
  }

  private static String name(Assignment assignment) {
    return assignment.task().name().shortName();
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
