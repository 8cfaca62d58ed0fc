package dev.cashet;

import dev.cashet.engine.Contents;
import dev.cashet.engine.Request;
import dev.cashet.model.FunctionName;
import dev.cashet.model.StoredValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What a task of a batch needs before it can run, read from what it captured.
 *
 * @param tasks of the same batch whose results it uses
 * @param name what people call the function
 * @param addsTasks whether it holds the batch itself: it always runs, since a hit would add nothing
 */
record BatchInputs(List<BatchTask<?>> tasks, FunctionName name, boolean addsTasks) {
  BatchInputs {
    tasks = List.copyOf(tasks);
  }

  String function() {
    return name.shortName();
  }

  String qualifiedFunction() {
    return name.qualifiedName();
  }

  /**
   * Reads a task.
   *
   * @throws IllegalArgumentException if it uses itself, a task that nobody added, or one of another batch that has not run
   */
  static BatchInputs of(BatchTask<?> task, View view, Request request) {
    Contents contents = view.engine().contents(request);
    List<BatchTask<?>> tasks = new ArrayList<>();
    String user = task.title(contents.function().shortName());
    for (StoredValue value : contents.references()) {
      if (value instanceof DeferredRef<?> ref) {
        BatchTask<?> input = ref.task();
        require(input != task, user, "uses its own result");
        if (input.batch() == task.batch()) {
          require(input.isDefined(), user, "uses " + input.name() + ", which nobody added");
          tasks.add(input);
        } else {
          require(input.hasResult(), user, "uses a task of another batch that has not run");
        }
      }
    }
    return new BatchInputs(tasks, contents.function(), contents.instances().contains(Batch.class));
  }

  private static void require(boolean holds, String user, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("batch: " + user + " " + problem);
    }
  }
}
