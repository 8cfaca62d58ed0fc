package dev.cashet.executor.process;

import dev.cashet.codec.Serializers;
import dev.cashet.codec.UnserializableException;
import dev.cashet.executor.Home;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** In the other process: one task from its bytes to the bytes of its end. */
final class Run {
  private static final int PART_BYTES = 64 << 10;

  private final Link link;
  private final Classes classes;
  private boolean begun;
  private long started;

  Run(Link link, Classes classes) {
    this.link = link;
    this.classes = classes;
  }

  /**
   * Runs what was sent.
   *
   * @param bytes of an {@link Errand}
   * @param ended is told when the task's own code has ended
   */
  void run(byte[] bytes, Runnable ended) {
    try {
      Errand errand = Errand.decode(bytes);
      Thread.currentThread().setName("cashet " + errand.task());
      TaskLoader loader = classes.loader(errand.program());
      Thread.currentThread().setContextClassLoader(loader);
      Callable<@Nullable Object> work = () -> work(errand, loader, ended);
      if (errand.home().length > 0) {
        Home home = (Home) Objects.requireNonNull(CallReader.read(errand.home(), loader));
        home.call(work);
      } else {
        work.call();
      }
    } catch (Throwable e) {
      ended.run();
      failed(e);
    }
  }

  /** References in arguments and in the result are of the client around. */
  private @Nullable Object work(Errand errand, ClassLoader loader, Runnable ended)
      throws Exception {
    Object[] call = (Object[]) Objects.requireNonNull(CallReader.read(errand.call(), loader));
    link.send(Frame.Kind.BEGUN, new byte[0]);
    begun = true;
    started = System.nanoTime();
    Object value = Calls.call(call[0], Arrays.asList((Object[]) call[1]));
    long took = System.nanoTime() - started;
    ended.run();
    returned(value, took);
    return value;
  }

  private void returned(@Nullable Object value, long took) {
    System.out.flush();
    System.err.flush();
    try (OutputStream parts =
        new BufferedOutputStream(new FrameOutput(link, Frame.Kind.PART), PART_BYTES)) {
      Serializers.standard().write(value, parts);
    } catch (UnserializableException e) {
      link.send(Frame.Kind.NOT_KEPT, bytes(out -> out.writeUTF(shortened(e))));
      return;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a result cannot be read while it is written", e);
    }
    link.send(Frame.Kind.RETURNED, bytes(out -> out.writeLong(took)));
  }

  private void failed(Throwable error) {
    System.out.flush();
    System.err.flush();
    if (!begun) {
      link.send(Frame.Kind.NOT_READ, bytes(Thrown.of(error)::write));
      return;
    }
    long took = System.nanoTime() - started;
    byte[] coded = coded(error);
    link.send(Frame.Kind.THREW, bytes(out -> {
      out.writeLong(took);
      Thrown.of(error).write(out);
      out.write(coded);
    }));
  }

  private static byte[] coded(Throwable error) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Serializers.standard().write(error, bytes);
      return bytes.size() <= Frame.MAX_BYTES / 2 ? bytes.toByteArray() : new byte[0];
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Text will have to do.
      return new byte[0];
    }
  }

  private static String shortened(UnserializableException e) {
    String message = String.valueOf(e.getMessage());
    return message.length() > 8_000 ? message.substring(0, 8_000) + "…" : message;
  }

  /** Writes the content of a message. */
  private interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
