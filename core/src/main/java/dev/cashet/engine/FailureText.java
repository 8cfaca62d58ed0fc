package dev.cashet.engine;

import dev.cashet.canonical.Redaction;
import dev.cashet.model.Commit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

/** An error as a commit remembers it, without the secrets of its call. */
final class FailureText {
  /** What a timeout of ours is called, so that nobody takes it for one that the task threw. */
  static final String TIMEOUT = "dev.cashet.TaskTimeoutException";

  private static final int MAX_TRACE_CHARS = 64 << 10;
  private static final int MAX_MESSAGE_CHARS = 4 << 10;

  private FailureText() {}

  static Commit.Failed of(Verdict.Failure failure, Redaction redaction) {
    Throwable error = failure.cause();
    String type = failure.timeout().isPresent() ? TIMEOUT : error.getClass().getName();
    try {
      StringWriter trace = new StringWriter();
      error.printStackTrace(new PrintWriter(trace));
      String message = Objects.requireNonNullElse(error.getMessage(), "");
      return new Commit.Failed(
          type,
          cut(redaction.apply(message), MAX_MESSAGE_CHARS),
          cut(redaction.apply(trace.toString()), MAX_TRACE_CHARS));
    } catch (RuntimeException | StackOverflowError e) {
      // The error's own getMessage or toString failed.
      return new Commit.Failed(
          type, "", type + " (its text could not be had: " + redaction.apply(e.toString()) + ")");
    }
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max) + "…";
  }
}
