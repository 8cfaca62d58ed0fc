package dev.cashet.engine;

import dev.cashet.executor.TaskExecutor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The executors of a client.
 *
 * @param standard where tasks run that ask for nothing else
 * @param named those that a task can ask for by name
 * @param lenient whether a name that is not known means the standard executor
 */
public record Workplaces(TaskExecutor standard, Map<String, TaskExecutor> named, boolean lenient)
    implements AutoCloseable {
  /** Copies the map. */
  public Workplaces {
    named = Map.copyOf(named);
  }

  /**
   * The executor of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  TaskExecutor of(Optional<String> name) {
    if (name.isEmpty()) {
      return standard;
    }
    TaskExecutor executor = named.get(name.get());
    if (executor == null && lenient) {
      return standard;
    }
    if (executor == null) {
      throw new IllegalArgumentException("executor: this client has none named '"
          + name.get()
          + "'; it has "
          + new TreeSet<>(named.keySet())
          + "; name it with Cashet.builder().executor(name, executor)");
    }
    return executor;
  }

  @Override
  public void close() {
    standard.close();
    named.values().forEach(TaskExecutor::close);
  }
}
