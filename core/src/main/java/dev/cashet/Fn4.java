package dev.cashet;

import java.io.Serializable;

/**
 * A function of four arguments whose result can be kept. Serializable, so that a lambda of this type says which code it runs
 * and what it captured.
 *
 * @param <A> the first argument
 * @param <B> the second argument
 * @param <C> the third argument
 * @param <D> the fourth argument
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn4<A, B, C, D, R> extends Serializable {
  /**
   * Computes the result.
   *
   * @throws Exception whatever it likes
   */
  R call(A a, B b, C c, D d) throws Exception;
}
