package dev.cashet.executor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts processes for tasks: each calls back at a socket in a directory that only this user can enter. */
final class Starter {
  private static final long PATIENCE_SECONDS = 60;

  private final ChildCommand command;
  private final Path scratch;
  private final Consumer<OutputLine> sink;
  private int count;

  Starter(ChildCommand command, Path scratch, Consumer<OutputLine> sink) {
    this.command = command;
    this.scratch = scratch;
    this.sink = sink;
  }

  /**
   * A process that is ready.
   *
   * @throws IllegalStateException if it cannot be started; the message has what it said
   * @throws InterruptedException if this thread was interrupted while it waited
   */
  Worker start() throws InterruptedException {
    Path socket = scratch.resolve("s" + next());
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Process process = new ProcessBuilder(command.words(socket, scratch))
          .redirectErrorStream(true)
          .start();
      process.getOutputStream().close();
      CompletableFuture<Process> ended = process.onExit();
      CompletableFuture<Void> giveUp = ended
          .<Void>handle((same, error) -> null)
          .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
      giveUp.thenRun(() -> close(server));
      return accept(server, process);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a process for tasks", e);
    } finally {
      delete(socket);
    }
  }

  private synchronized int next() {
    return ++count;
  }

  private Worker accept(ServerSocketChannel server, Process process)
      throws IOException, InterruptedException {
    try {
      SocketChannel channel = server.accept();
      Link link = new Link(channel);
      Frame first = link.receive();
      if (first != null && first.kind() == Frame.Kind.READY) {
        return new Worker(process, link, scratch, sink);
      }
      link.close();
    } catch (ClosedByInterruptException e) {
      ProcessTree.kill(process);
      // The interrupt has become an exception.
      Thread.interrupted();
      throw new InterruptedException("interrupted while a process for tasks was started");
    } catch (ClosedChannelException e) {
      // It ended, or took too long.
      throw refused(process);
    }
    throw refused(process);
  }

  private static IllegalStateException refused(Process process) throws IOException {
    ProcessTree.kill(process);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new IllegalStateException("cannot start a process for tasks: it "
        + Exits.describe(process.exitValue(), said)
        + " before it was ready; it said:\n"
        + said);
  }

  private static void close(ServerSocketChannel server) {
    try {
      server.close();
    } catch (IOException e) {
      // There is nothing to be done with it in any case.
    }
  }

  private static void delete(Path socket) {
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      // The executor removes its directory when it is closed.
    }
  }
}
