package dev.cashet.executor;

import java.util.concurrent.TimeoutException;

/** An attempt took longer than its timeout; told by its class from a TimeoutException that a task throws itself. */
public final class AttemptTimeoutException extends TimeoutException {
  private static final long serialVersionUID = 1L;

  /** What took too long. */
  public AttemptTimeoutException(String message) {
    super(message);
  }
}
