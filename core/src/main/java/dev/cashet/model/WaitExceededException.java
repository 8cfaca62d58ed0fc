package dev.cashet.model;

import java.time.Duration;

/** A submission waited longer for another's run of the same call than its {@code maxWait} allows. */
public final class WaitExceededException extends CashetException {
  private static final long serialVersionUID = 1L;

  private final Duration maxWait;

  /**
   * Who waited for whom.
   *
   * @param task what was to be run
   * @param owner who is at it, for people
   * @param maxWait the limit
   */
  public WaitExceededException(String task, String owner, Duration maxWait) {
    super(
        task + " waited longer than maxWait " + maxWait + ": " + owner
            + " is at the same call; wait longer, or stop that one",
        null);
    this.maxWait = maxWait;
  }

  /** The limit. */
  public Duration maxWait() {
    return maxWait;
  }
}
