package dev.cashet.executor.process;

import dev.cashet.executor.Task;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A task, ready to be sent.
 *
 * @param task the task
 * @param loader of its function
 * @param classes what the process may ask for
 * @param errand the bytes for the process
 */
// Not compared.
record Assignment(Task task, ClassLoader loader, ClassSource classes, byte[] errand) {
  /**
   * Prepares a task.
   *
   * @throws IllegalArgumentException if its function or an argument cannot be sent
   * @throws IllegalStateException if the program's code is not what it was
   */
  static Assignment of(Task task, Programs programs) {
    Object function = task.invocation().function();
    Class<?> type =
        function instanceof Method method ? method.getDeclaringClass() : function.getClass();
    ClassLoader own = type.getClassLoader();
    ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    Programs.Known known = programs.of(loader);
    String name = task.name().shortName();
    byte[] call = CallWriter.write(
        name, List.of(function, task.invocation().arguments().toArray()).toArray());
    byte[] home = task.surroundings()
        .home()
        .map(each -> CallWriter.write("the options of the client", each))
        .orElse(new byte[0]);
    byte[] errand = new Errand(name, known.program(), home, call).encode();
    return new Assignment(task, loader, known.source(), errand);
  }
}
