package dev.cashet;

import java.io.Serializable;

/**
 * A function of three arguments whose result can be kept. Serializable, so that a lambda of this type says which code it runs
 * and what it captured.
 *
 * @param <A> the first argument
 * @param <B> the second argument
 * @param <C> the third argument
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn3<A, B, C, R> extends Serializable {
  /**
   * Computes the result.
   *
   * @throws Exception whatever it likes
   */
  R call(A a, B b, C c) throws Exception;
}
