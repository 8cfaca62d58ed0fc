package dev.cashet.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process that a test started. Its output is read as it comes, so that it never blocks on a full pipe; every wait has a
 * limit and fails with all that the process has said.
 */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String END = "\0end";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();
  private final StringBuffer out = new StringBuffer();
  private final StringBuffer err = new StringBuffer();
  private final Thread outReader;
  private final Thread errReader;

  private Child(Process process) {
    this.process = process;
    this.outReader = reader(process.getInputStream(), out, lines);
    this.errReader = reader(process.getErrorStream(), err, errors);
  }

  static Child start(ProcessBuilder command) throws IOException {
    return new Child(command.start());
  }

  /**
   * How a process ended.
   *
   * @param code its exit code; above 128 for a signal
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  record Ended(int code, String out, String err) {}

  /** Sends a line to its standard input. */
  void send(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Sends a line and waits for the answer, the next line. */
  String ask(String line) throws IOException, InterruptedException {
    send(line);
    return line();
  }

  /** The next line of its standard output. */
  String line() throws InterruptedException {
    String line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (line == null || line.equals(END)) {
      throw new AssertionError(line == null ? told("no line in time") : told("ended too early"));
    }
    return line;
  }

  /** The next line that starts so; what comes before is passed over. */
  String line(String start) throws InterruptedException {
    while (true) {
      String line = line();
      if (line.startsWith(start)) {
        return line;
      }
    }
  }

  /** Waits for a line on standard error that contains this. */
  void error(String part) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String line = errors.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        break;
      }
      if (line.contains(part)) {
        return;
      }
    }
    throw new AssertionError(told("did not say '" + part + "' on standard error"));
  }

  /** The next line if there is one yet; null otherwise. */
  String lineIfAny() {
    String line = lines.poll();
    return END.equals(line) ? null : line;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    outReader.join();
    errReader.join();
  }

  /** Stops it where it stands. */
  void pause() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets it go on. */
  void resume() throws IOException, InterruptedException {
    signal("-CONT");
  }

  /** Waits until it ends by itself, with nothing more to read. */
  Ended end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError(told("does not end"));
    }
    outReader.join();
    errReader.join();
    return new Ended(process.exitValue(), out.toString(), err.toString());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Sends it a signal, such as {@code -TERM}. */
  void signal(String name) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    if (code != 0) {
      throw new AssertionError("kill " + name + " failed");
    }
  }

  private String told(String what) {
    return "process " + process.pid() + " " + what + "; it said:\n" + out + "\nand:\n" + err;
  }

  private static Thread reader(InputStream in, StringBuffer all, BlockingQueue<String> lines) {
    Thread thread = new Thread(
        () -> {
          try (BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
              all.append(line).append('\n');
              lines.add(line);
            }
          } catch (IOException e) {
            // The process was killed and its pipes closed: that is the end of what it says.
          } finally {
            lines.add(END);
          }
        },
        "reader");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
