package dev.cashet;

/** A function of no arguments whose result can be kept.
 *
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Fn0<R> extends java.io.Serializable {
  /** Computes the result.
   *
   * @throws Exception whatever it likes
   */
  R call() throws Exception;
}
