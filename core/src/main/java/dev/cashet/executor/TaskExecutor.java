package dev.cashet.executor;

/**
 * Runs one attempt of a task. Knows no key, no store, no claim and no retry. Safe for many threads; a task may submit
 * further tasks to the same executor, to any depth, so an implementation never waits for a free worker while it holds
 * one.
 */
public interface TaskExecutor extends AutoCloseable {
  /** One word for commits, for example {@code local}. */
  String name();

  /**
   * Runs the task to its end, or until its timeout or an interruption of the calling thread.
   *
   * @throws InterruptedException if the calling thread was interrupted while it waited; the task has been told to stop
   */
  Outcome run(Task task) throws InterruptedException;

  /** Stops what runs and frees what is held. Closing twice is closing once. */
  @Override
  void close();
}
