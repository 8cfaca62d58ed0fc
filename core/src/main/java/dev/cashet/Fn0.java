package dev.cashet;

import java.io.Serializable;

/**
 * A function of no arguments whose result can be kept. Serializable, so that a lambda of this type says which code it runs
 * and what it captured.
 *
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn0<R> extends Serializable {
  /**
   * Computes the result.
   *
   * @throws Exception whatever it likes
   */
  R call() throws Exception;
}
