package dev.cashet;

import java.io.Serializable;

/**
 * A function of one argument whose result can be kept. Serializable, so that a lambda of this type says which code it runs
 * and what it captured.
 *
 * @param <A> the first argument
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn1<A, R> extends Serializable {
  /**
   * Computes the result.
   *
   * @throws Exception whatever it likes
   */
  R call(A a) throws Exception;
}
