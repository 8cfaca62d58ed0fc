package dev.cashet.executor.process;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The program in the other process: runs what it is sent, one task after the other, in its main thread, and ends when the
 * program that started it does.
 */
final class Child {
  private static final int LEFT_ALONE = 70;

  private final Link link;
  private final Scratch scratch;
  private final Classes classes;
  private final BlockingQueue<byte[]> errands = new LinkedBlockingQueue<>();
  private final Thread main = Thread.currentThread();
  private boolean isRunning;

  private Child(Link link, Scratch scratch) {
    this.link = link;
    this.scratch = scratch;
    this.classes = new Classes(link);
  }

  /** The socket at which to call back, and the directory of the executor. */
  public static void main(String[] arguments) throws Exception {
    Link link = new Link(SocketChannel.open(UnixDomainSocketAddress.of(arguments[0])));
    Child child = new Child(link, new Scratch(Path.of(arguments[1])));
    System.setIn(InputStream.nullInputStream());
    System.setOut(stream(link, Frame.Kind.OUT));
    System.setErr(stream(link, Frame.Kind.ERR));
    Thread reader = new Thread(child::read, "cashet process reader");
    reader.setDaemon(true);
    reader.start();
    link.send(Frame.Kind.READY, new byte[0]);
    child.work();
  }

  private static PrintStream stream(Link link, Frame.Kind kind) {
    return new PrintStream(new FrameOutput(link, kind), true, StandardCharsets.UTF_8);
  }

  private void work() throws InterruptedException {
    while (true) {
      Run run = new Run(link, classes);
      byte[] errand = errands.take();
      begin();
      try {
        run.run(errand, this::end);
      } finally {
        end();
      }
    }
  }

  private synchronized void begin() {
    isRunning = true;
  }

  /** The task has ended: an interrupt that comes now was meant for it, and it has no more use for one. */
  private synchronized void end() {
    isRunning = false;
    Thread.interrupted();
  }

  private synchronized void cancel() {
    if (isRunning) {
      main.interrupt();
    }
  }

  private void read() {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    try {
      for (Frame frame = link.receive(); frame != null; frame = link.receive()) {
        switch (frame.kind()) {
          case PART -> parts.writeBytes(frame.bytes());
          case RUN -> {
            parts.writeBytes(frame.bytes());
            errands.add(parts.toByteArray());
            parts = new ByteArrayOutputStream();
          }
          case CANCEL -> cancel();
          case CLASS_GIVEN -> classes.given(frame.bytes());
          default -> throw new IOException("what is " + frame.kind() + "?");
        }
      }
    } catch (IOException | RuntimeException e) {
      complain(e);
    } finally {
      leave();
    }
  }

  /** The other end is gone, and nobody is left who would remove its directory or stop what tasks have started. */
  private void leave() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    scratch.delete();
    Runtime.getRuntime().halt(LEFT_ALONE);
  }

  private static void complain(@Nullable Throwable e) {
    new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
        .println("the process of a task gives up: " + e);
  }
}
