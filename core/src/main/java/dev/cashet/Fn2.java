package dev.cashet;

import java.io.Serializable;

/**
 * A function of two arguments whose result can be kept. Serializable, so that a lambda of this type says which code it runs
 * and what it captured.
 *
 * @param <A> the first argument
 * @param <B> the second argument
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn2<A, B, R> extends Serializable {
  /**
   * Computes the result.
   *
   * @throws Exception whatever it likes
   */
  R call(A a, B b) throws Exception;
}
