package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A result that is a long run of bytes: returned by a task as it is, it is stored without ever being in memory as a
 * whole, and loaded as a stream over the stored bytes. It must be the whole result, not a part of one.
 */
public interface ByteStream {
  /**
   * A new stream from the first byte on; the caller closes it.
   *
   * @throws IOException if the bytes cannot be read
   */
  InputStream open() throws IOException;

  /** How many bytes there are, if that is known without reading them. */
  OptionalLong size();

  /** Writes all bytes to {@code out}, which stays open. */
  default void transferTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      in.transferTo(out);
    }
  }

  /** The content of a file, read when the result is stored. */
  static ByteStream of(Path file) {
    return new ByteStreams.OfFile(file);
  }

  /** What a piece of code writes, run when the result is stored; {@link #open} collects it in memory. */
  static ByteStream writing(Body body) {
    return new ByteStreams.OfBody(body);
  }

  /** Code that writes the bytes. */
  @FunctionalInterface
  interface Body {
    /**
     * Writes all bytes; runs once for each time they are needed.
     *
     * @param out need not be closed
     * @throws IOException from {@code out} or from the body's own source
     */
    void writeTo(OutputStream out) throws IOException;
  }
}
