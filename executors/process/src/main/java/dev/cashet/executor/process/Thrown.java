package dev.cashet.executor.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as text, for where its class cannot be had or is not to be trusted.
 *
 * @param type the name of its class
 * @param message its message, or null
 * @param error whether it is an {@link Error}
 * @param trace where it was thrown
 * @param cause what led to it, or null
 */
record Thrown(
    String type,
    @Nullable String message,
    boolean error,
    List<StackTraceElement> trace,
    @Nullable Thrown cause) {
  private static final int MAX_CAUSES = 16;
  private static final int MAX_TRACE = 1024;
  private static final int MAX_TEXT_BYTES = 1 << 20;

  static Thrown of(Throwable error) {
    return of(error, MAX_CAUSES);
  }

  private static Thrown of(Throwable error, int causes) {
    String message;
    Throwable cause;
    try {
      message = error.getMessage();
      cause = error.getCause();
    } catch (RuntimeException e) {
      message = "(its message could not be had: " + e + ")";
      cause = null;
    }
    List<StackTraceElement> trace = List.of(error.getStackTrace());
    return new Thrown(
        error.getClass().getName(),
        message,
        error instanceof Error,
        trace.subList(0, Math.min(trace.size(), MAX_TRACE)),
        cause == null || causes == 0 ? null : of(cause, causes - 1));
  }

  /** An exception that looks like it. */
  Throwable standIn() {
    Throwable first = cause == null ? null : cause.standIn();
    Throwable standIn = error
        ? new TaskErrorStandIn(type, message, first)
        : new TaskExceptionStandIn(type, message, first);
    standIn.setStackTrace(trace.toArray(StackTraceElement[]::new));
    return standIn;
  }

  void write(DataOutputStream out) throws IOException {
    text(out, type);
    text(out, message);
    out.writeBoolean(error);
    out.writeInt(trace.size());
    for (StackTraceElement each : trace) {
      text(out, each.getClassName());
      text(out, each.getMethodName());
      text(out, each.getFileName());
      out.writeInt(each.getLineNumber());
    }
    out.writeBoolean(cause != null);
    if (cause != null) {
      cause.write(out);
    }
  }

  static Thrown read(DataInputStream in) throws IOException {
    return read(in, MAX_CAUSES);
  }

  private static Thrown read(DataInputStream in, int causes) throws IOException {
    String type = required(in);
    String message = text(in);
    boolean error = in.readBoolean();
    int size = in.readInt();
    if (size < 0 || size > MAX_TRACE) {
      throw new ProtocolException("a trace of " + size + " lines");
    }
    List<StackTraceElement> trace = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      trace.add(new StackTraceElement(required(in), required(in), text(in), in.readInt()));
    }
    boolean more = in.readBoolean();
    if (more && causes == 0) {
      throw new ProtocolException("more than " + MAX_CAUSES + " causes");
    }
    return new Thrown(type, message, error, trace, more ? read(in, causes - 1) : null);
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, MAX_TEXT_BYTES);
    out.writeInt(length);
    out.write(bytes, 0, length);
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == -1) {
      return null;
    }
    if (length < 0 || length > MAX_TEXT_BYTES) {
      throw new ProtocolException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String required(DataInputStream in) throws IOException {
    String text = text(in);
    if (text == null) {
      throw new ProtocolException("a text is missing");
    }
    return text;
  }
}
