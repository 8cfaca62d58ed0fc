package dev.cashet;

import java.time.Duration;

/** A task took longer than its timeout allows, in its last attempt. */
public final class TaskTimeoutException extends TaskException {
  private static final long serialVersionUID = 1L;

  private final Duration timeout;

  TaskTimeoutException(Duration timeout, Throwable cause, String commitHash, int attempts) {
    super(
        cause.getMessage() + " (commit " + commitHash.substring(0, 12) + ")",
        cause,
        commitHash,
        attempts);
    this.timeout = timeout;
  }

  /** The limit. */
  public Duration timeout() {
    return timeout;
  }
}
