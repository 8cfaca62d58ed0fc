package dev.cashet.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task's exception as its commit remembers it: the run was another's, or an earlier one. It prints what the exception
 * printed, causes included; the exception's own class is not looked for, since a store does not choose which code runs.
 */
public final class RecordedFailure extends CashetException {
  private static final long serialVersionUID = 1L;
  private static final String CAUSE = "Caused by: ";

  private final String type;
  private final String trace;

  /** The failure of a commit. */
  public RecordedFailure(Commit.Failed failed) {
    this(failed.type(), failed.message(), failed.trace());
  }

  private RecordedFailure(String type, String message, String trace) {
    super(message, cause(trace));
    this.type = type;
    this.trace = trace;
    setStackTrace(frames(trace));
  }

  /** The class name of the task's exception. */
  public String type() {
    return type;
  }

  /** Its stack trace as text, as it was printed where the task ran. */
  public String trace() {
    return trace;
  }

  @Override
  public String toString() {
    String message = getMessage();
    return message == null || message.isEmpty() ? type : type + ": " + message;
  }

  private static @Nullable RecordedFailure cause(String trace) {
    int start = trace.indexOf("\n" + CAUSE);
    if (start < 0) {
      return null;
    }
    String rest = trace.substring(start + 1 + CAUSE.length());
    int end = rest.indexOf("\n\tat ");
    String header = (end < 0 ? rest : rest.substring(0, end)).stripTrailing();
    int colon = header.indexOf(": ");
    return colon < 0
        ? new RecordedFailure(header, "", rest)
        : new RecordedFailure(header.substring(0, colon), header.substring(colon + 2), rest);
  }

  /** The frames of the outermost exception: {@code at TYPE.METHOD(FILE:LINE)}, one tab in. */
  private static StackTraceElement[] frames(String trace) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (String line : trace.split("\n", -1)) {
      if (line.startsWith(CAUSE)) {
        break;
      }
      int open = line.indexOf('(');
      int dot = line.lastIndexOf('.', open);
      if (line.startsWith("\tat ") && dot > 0) {
        String place = line.substring(open + 1).stripTrailing().replace(")", "");
        int colon = place.lastIndexOf(':');
        frames.add(new StackTraceElement(
            line.substring("\tat ".length(), dot),
            line.substring(dot + 1, open),
            colon < 0 ? place : place.substring(0, colon),
            colon < 0 ? -1 : number(place.substring(colon + 1))));
      }
    }
    return frames.toArray(StackTraceElement[]::new);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
