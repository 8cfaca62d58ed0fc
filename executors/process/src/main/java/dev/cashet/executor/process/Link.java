package dev.cashet.executor.process;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One end of the connection between a program and the process of a task. A thread of its own writes, because an
 * interrupt of a thread that writes would close the channel, and tasks are interrupted.
 */
final class Link implements AutoCloseable {
  private final SocketChannel channel;
  private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile boolean closed;

  /** A message on its way, and when it has been written. */
  private record Outgoing(Frame frame, CompletableFuture<Boolean> written) {}

  Link(SocketChannel channel) {
    this.channel = channel;
    this.writer = new Thread(this::write, "cashet process writer");
    writer.setDaemon(true);
    writer.start();
  }

  /** Has a message written; does not wait. */
  void post(Frame.Kind kind, byte[] bytes) {
    outgoing.add(new Outgoing(new Frame(kind, bytes), new CompletableFuture<>()));
  }

  /** Has a message written and waits until the system has it, whatever becomes of this process then. */
  void send(Frame.Kind kind, byte[] bytes) {
    Outgoing message = new Outgoing(new Frame(kind, bytes), new CompletableFuture<>());
    outgoing.add(message);
    if (closed) {
      return;
    }
    // Not get(): an interrupt is the task's, and must not part the message from its order.
    message.written().join();
  }

  /** Long content in parts, and the message that ends it. */
  void postLong(Frame.Kind kind, byte[] bytes) {
    int part = Frame.MAX_BYTES / 4;
    int at = 0;
    for (; bytes.length - at > part; at += part) {
      post(Frame.Kind.PART, java.util.Arrays.copyOfRange(bytes, at, at + part));
    }
    post(kind, at == 0 ? bytes : java.util.Arrays.copyOfRange(bytes, at, bytes.length));
  }

  /**
   * The next message; null at the end.
   *
   * @throws ProtocolException if it is none
   */
  @Nullable
  Frame receive() throws IOException {
    try {
      ByteBuffer header = ByteBuffer.allocate(Frame.HEADER_BYTES);
      if (!fill(header)) {
        return null;
      }
      int kind = header.get();
      int length = header.getInt();
      Frame.Kind[] kinds = Frame.Kind.values();
      if (kind < 0 || kind >= kinds.length || length < 0 || length > Frame.MAX_BYTES) {
        throw new ProtocolException("no message of kind " + kind + " and length " + length);
      }
      ByteBuffer content = ByteBuffer.allocate(length);
      return fill(content) ? new Frame(kinds[kind], content.array()) : null;
    } catch (ClosedChannelException e) {
      return null;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      channel.close();
    } catch (IOException e) {
      // It is given up in any case.
    }
    writer.interrupt();
    outgoing.forEach(message -> message.written().complete(false));
  }

  private boolean fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return false;
      }
    }
    buffer.flip();
    return true;
  }

  private void write() {
    try {
      while (!closed) {
        Outgoing message = outgoing.take();
        write(message.frame());
        message.written().complete(true);
      }
    } catch (InterruptedException | IOException e) {
      // The other end is gone, which its reader notices, or this one is closed.
      close();
    }
  }

  private void write(Frame frame) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(Frame.HEADER_BYTES);
    header.put((byte) frame.kind().ordinal()).putInt(frame.bytes().length).flip();
    ByteBuffer[] all = {header, ByteBuffer.wrap(frame.bytes())};
    while (all[1].hasRemaining() || header.hasRemaining()) {
      channel.write(all);
    }
  }
}
