package dev.cashet.model;

import org.jspecify.annotations.Nullable;

/**
 * The thread was interrupted, or the client closed, while a submission ran or waited. The claim is released, nothing was
 * recorded, and the thread's interrupt status is set again if it was an interrupt.
 */
public final class InterruptedSubmissionException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What was interrupted.
   *
   * @param message the sentence for the user
   * @param cause the interruption, or null if the client was closed
   */
  public InterruptedSubmissionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
