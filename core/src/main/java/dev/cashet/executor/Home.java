package dev.cashet.executor;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * What a task that runs in another process needs of the client that it belongs to: sent along with the task by Java
 * serialization, it is a client of the same store over there.
 */
public interface Home extends Serializable {
  /**
   * Does the work as part of the task: references in the task's arguments come alive, and what the task submits goes to
   * the same store.
   *
   * @param <T> what it returns
   * @throws Exception whatever the work throws
   */
  <T> T call(Callable<T> work) throws Exception;
}
