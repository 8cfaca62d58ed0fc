package dev.cashet.executor.process;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process for tasks, as this program sees it: one task at a time, until it is killed or ends. */
final class Worker {
  private static final long DRAIN_MILLIS = 1_000;

  private final Process process;
  private final Link link;
  private final Path scratch;
  private final Console console;
  private final Set<String> classesSent = new HashSet<>();
  private volatile @Nullable Job job;
  private volatile boolean gone;

  /** A process that has said that it is ready. */
  Worker(Process process, Link link, Path scratch, Consumer<OutputLine> sink) {
    this.process = process;
    this.link = link;
    this.scratch = scratch;
    this.console = new Console(sink, process.pid(), process.getInputStream());
    Thread reader = new Thread(this::read, "cashet process " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  boolean isAlive() {
    return !gone && process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  Path scratch() {
    return scratch;
  }

  /**
   * Has a task run and waits for its end.
   *
   * @throws TimeoutException if it has not ended in time, and goes on
   * @throws InterruptedException if this thread was interrupted, and it goes on
   */
  Ending run(Assignment assignment, Optional<Duration> timeout)
      throws InterruptedException, TimeoutException {
    Job mine = new Job(assignment.classes(), scratch);
    console.begin(assignment.task().name().shortName());
    job = mine;
    if (gone) {
      mine.end();
    }
    link.postLong(Frame.Kind.RUN, assignment.errand());
    return await(mine, timeout);
  }

  /** Interrupts the task, and says whether it has ended within this time. */
  boolean cancel(Duration grace) throws InterruptedException {
    Job mine = job;
    if (mine == null) {
      return true;
    }
    link.post(Frame.Kind.CANCEL, new byte[0]);
    try {
      await(mine, Optional.of(grace));
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Ends the process and all that it started. */
  void kill() {
    ProcessTree.kill(process);
    link.close();
  }

  /** How the process ended, with the last that it wrote; waits for it a little. */
  String obituary() throws InterruptedException {
    // The connection is gone: so is the process, or it can do no more for anyone.
    if (!process.waitFor(DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      kill();
    }
    console.drain(DRAIN_MILLIS);
    String tail = console.tail();
    return "its process "
        + process.pid()
        + " "
        + Exits.describe(process.exitValue(), tail)
        + (tail.isEmpty() ? "" : "; its last output:\n" + tail);
  }

  private static Ending await(Job job, Optional<Duration> timeout)
      throws InterruptedException, TimeoutException {
    try {
      return timeout.isPresent()
          ? job.ending().get(nanos(timeout.get()), TimeUnit.NANOSECONDS)
          : job.ending().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an ending is a value", e);
    }
  }

  private static long nanos(Duration timeout) {
    try {
      return timeout.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private void read() {
    try {
      for (Frame frame = link.receive(); frame != null; frame = link.receive()) {
        take(frame);
      }
    } catch (IOException | RuntimeException e) {
      System.getLogger("dev.cashet")
          .log(System.Logger.Level.WARNING, "process " + pid() + " is given up: " + e, e);
      process.destroyForcibly();
    } finally {
      gone = true;
      link.close();
      Job mine = job;
      if (mine != null) {
        mine.end();
      }
    }
  }

  private void take(Frame frame) throws IOException {
    Job mine = job;
    switch (frame.kind()) {
      case OUT -> console.write(false, frame.bytes());
      case ERR -> console.write(true, frame.bytes());
      case CLASS_ASKED -> give(frame, mine);
      default -> {
        if (mine == null) {
          throw new java.net.ProtocolException(frame.kind() + " without a task");
        }
        if (frame.kind() != Frame.Kind.PART) {
          console.flush();
        }
        mine.take(frame);
      }
    }
  }

  /** A class by name; its bytes only if this process has not had them before. */
  private void give(Frame asked, @Nullable Job mine) throws IOException {
    DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(asked.bytes()));
    int number = in.readInt();
    String name = in.readUTF();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(number);
      byte[] found = mine == null ? null : mine.classes().find(name).orElse(null);
      out.writeBoolean(found != null);
      if (found != null) {
        String digest = digest(found);
        out.writeUTF(digest);
        byte[] sent = classesSent.add(digest) ? found : new byte[0];
        out.writeInt(sent.length);
        out.write(sent);
        variables(name, java.util.Objects.requireNonNull(mine), out);
      }
    }
    link.post(Frame.Kind.CLASS_GIVEN, bytes.toByteArray());
  }

  private static void variables(String name, Job job, DataOutputStream out) throws IOException {
    try {
      byte[] values = job.classes().variables(name).orElse(new byte[0]);
      out.writeUTF("");
      out.write(values);
    } catch (IllegalArgumentException e) {
      out.writeUTF(String.valueOf(e.getMessage()));
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
