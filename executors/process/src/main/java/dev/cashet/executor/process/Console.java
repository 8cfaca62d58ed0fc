package dev.cashet.executor.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What one process writes: by lines to a sink, and the last of it kept for when the process is lost. */
final class Console {
  private static final int TAIL_CHARS = 8 << 10;

  private final Consumer<OutputLine> sink;
  private final long pid;
  private final Lines out = new Lines(line -> line(false, line));
  private final Lines err = new Lines(line -> line(true, line));
  private final Lines raw = new Lines(line -> line(true, line));
  private final Thread pump;
  private final Deque<String> tail = new ArrayDeque<>();
  private int tailChars;
  private String task = "";

  /**
   * A console.
   *
   * @param sink takes the lines, one at a time
   * @param pid the process
   * @param beside what the process itself, its native code and its own children write
   */
  Console(Consumer<OutputLine> sink, long pid, InputStream beside) {
    this.sink = sink;
    this.pid = pid;
    this.pump = new Thread(() -> pump(beside), "cashet process output");
    pump.setDaemon(true);
    pump.start();
  }

  /** From now on lines are of this task. */
  synchronized void begin(String name) {
    task = name;
    tail.clear();
    tailChars = 0;
  }

  void write(boolean error, byte[] bytes) {
    (error ? err : out).write(bytes, bytes.length);
  }

  /** The task has ended: what it has not ended with a line break is a line too. */
  void flush() {
    out.flush();
    err.flush();
  }

  /** The process has ended: all that it wrote is read, unless a child of it holds its output open. */
  void drain(long millis) throws InterruptedException {
    pump.join(millis);
    flush();
    raw.flush();
  }

  synchronized String tail() {
    return String.join("\n", tail);
  }

  private synchronized void line(boolean error, String text) {
    tail.addLast(text);
    tailChars += text.length();
    while (tailChars > TAIL_CHARS && tail.size() > 1) {
      tailChars -= tail.removeFirst().length();
    }
    sink.accept(new OutputLine(task, pid, error, text));
  }

  private void pump(InputStream in) {
    byte[] buffer = new byte[8 << 10];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        raw.write(buffer, n);
      }
    } catch (IOException e) {
      // The process was killed and its pipe closed.
      return;
    }
  }
}
