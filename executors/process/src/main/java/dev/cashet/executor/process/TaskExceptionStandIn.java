package dev.cashet.executor.process;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception of a task whose class is not here or may not be read: it has the message, the stack trace and the
 * causes of the original, and prints like it.
 */
public final class TaskExceptionStandIn extends Exception {
  private static final long serialVersionUID = 1L;

  private final String type;

  TaskExceptionStandIn(String type, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  /** The name of the original's class. */
  public String originalClass() {
    return type;
  }

  @Override
  public String toString() {
    String message = getMessage();
    return message == null ? type : type + ": " + message;
  }
}
