package dev.cashet.executor.process;

import java.time.Duration;

/** How a process said that a task ended, or that it did not. */
sealed interface Ending {
  /**
   * It returned.
   *
   * @param result what the codec wrote
   * @param took how long it ran
   */
  record Returned(Spool result, Duration took) implements Ending {}

  /**
   * It threw.
   *
   * @param thrown the exception as text
   * @param coded the exception by the codec; empty if the codec refused it
   * @param took how long it ran
   */
  // Not compared.
  record Threw(Thrown thrown, byte[] coded, Duration took) implements Ending {}

  /**
   * It returned what cannot be kept.
   *
   * @param reason the codec's own words
   */
  record NotKept(String reason) implements Ending {}

  /**
   * It could not be read there.
   *
   * @param thrown why
   */
  record NotRead(Thrown thrown) implements Ending {}

  /**
   * The connection ended.
   *
   * @param begun whether the task had begun
   */
  record Gone(boolean begun) implements Ending {}
}
