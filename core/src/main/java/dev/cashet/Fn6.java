package dev.cashet;

import java.io.Serializable;

/**
 * A function of six arguments whose result can be kept. Serializable, so that a lambda of this type says which code it runs
 * and what it captured.
 *
 * @param <A> the first argument
 * @param <B> the second argument
 * @param <C> the third argument
 * @param <D> the fourth argument
 * @param <E> the fifth argument
 * @param <F> the sixth argument
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn6<A, B, C, D, E, F, R> extends Serializable {
  /**
   * Computes the result.
   *
   * @throws Exception whatever it likes
   */
  R call(A a, B b, C c, D d, E e, F f) throws Exception;
}
