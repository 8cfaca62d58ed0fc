package dev.cashet.executor.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bytes of one stream, cut into lines; a line is kept until its end comes or the stream ends. */
final class Lines {
  /** A line without an end is cut here. */
  private static final int MAX_BYTES = 64 << 10;

  private final Consumer<String> out;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();

  Lines(Consumer<String> out) {
    this.out = out;
  }

  synchronized void write(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        end();
      } else {
        open.write(bytes[i]);
        if (open.size() >= MAX_BYTES) {
          end();
        }
      }
    }
  }

  /** Gives away what has no end yet. */
  synchronized void flush() {
    if (open.size() > 0) {
      end();
    }
  }

  private void end() {
    String line = open.toString(StandardCharsets.UTF_8);
    open.reset();
    out.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }
}
