package dev.cashet.executor.process;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A task that a process has been given, and what has come back of it. Written to by one thread. */
final class Job {
  private final ClassSource classes;
  private final Spool spool;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();
  private boolean begun;

  /**
   * A job.
   *
   * @param classes what the process may ask for
   * @param scratch where a large result lies until it is read
   */
  Job(ClassSource classes, Path scratch) {
    this.classes = classes;
    this.spool = new Spool(scratch);
  }

  ClassSource classes() {
    return classes;
  }

  CompletableFuture<Ending> ending() {
    return ending;
  }

  /** Takes a message that is about the task. */
  void take(Frame frame) throws IOException {
    switch (frame.kind()) {
      case BEGUN -> begun = true;
      case PART -> spool.write(frame.bytes());
      case RETURNED -> {
        spool.end();
        ending.complete(new Ending.Returned(spool, took(input(frame))));
      }
      case THREW -> {
        spool.delete();
        DataInputStream in = input(frame);
        Duration took = took(in);
        Thrown thrown = Thrown.read(in);
        ending.complete(new Ending.Threw(thrown, in.readAllBytes(), took));
      }
      case NOT_KEPT -> {
        spool.delete();
        ending.complete(new Ending.NotKept(input(frame).readUTF()));
      }
      case NOT_READ -> ending.complete(new Ending.NotRead(Thrown.read(input(frame))));
      default -> throw new ProtocolException(frame.kind() + " is not for this end");
    }
  }

  /** Nothing more comes. */
  void end() {
    if (ending.complete(new Ending.Gone(begun))) {
      spool.delete();
    }
  }

  private static DataInputStream input(Frame frame) {
    return new DataInputStream(new ByteArrayInputStream(frame.bytes()));
  }

  private static Duration took(DataInputStream in) throws IOException {
    return Duration.ofNanos(Math.max(0, in.readLong()));
  }
}
