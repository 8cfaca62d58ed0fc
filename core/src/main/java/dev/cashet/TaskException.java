package dev.cashet;

import dev.cashet.model.CashetException;

/** A task failed for good; the cause is the task's own exception. */
public class TaskException extends CashetException {
  private static final long serialVersionUID = 1L;

  private final String commitHash;
  private final int attempts;

  TaskException(String message, Throwable cause, String commitHash, int attempts) {
    super(message, cause);
    this.commitHash = commitHash;
    this.attempts = attempts;
  }

  static TaskException of(
      String function, String text, Throwable cause, String commitHash, int attempts) {
    String tries = attempts == 1 ? "" : " after " + attempts + " attempts";
    String message = function
        + " failed"
        + tries
        + ": "
        + (text.isEmpty() ? cause.getClass().getName() : text)
        + " (commit "
        + commitHash.substring(0, 12)
        + ")";
    return new TaskException(message, cause, commitHash, attempts);
  }

  /** The commit that records the failure, all 64 digits. */
  public String commitHash() {
    return commitHash;
  }

  /** How often the task was tried. */
  public int attempts() {
    return attempts;
  }
}
