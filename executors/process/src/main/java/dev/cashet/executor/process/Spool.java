package dev.cashet.executor.process;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A result as it arrives, in memory as long as it is small, else in a file. For one writer, and readers after that. */
final class Spool {
  private static final int IN_MEMORY_BYTES = 4 << 20;

  private final Path directory;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream out;

  Spool(Path directory) {
    this.directory = directory;
  }

  void write(byte[] bytes) throws IOException {
    OutputStream target = out;
    if (target == null && memory.size() + bytes.length > IN_MEMORY_BYTES) {
      Path made = Files.createTempFile(directory, "result", "");
      target = new BufferedOutputStream(Files.newOutputStream(made), 64 << 10);
      memory.writeTo(target);
      memory.reset();
      file = made;
      out = target;
    }
    if (target == null) {
      memory.writeBytes(bytes);
    } else {
      target.write(bytes);
    }
  }

  /** Nothing more comes. */
  void end() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  /** The bytes from the start. */
  InputStream open() {
    try {
      return file == null
          ? new ByteArrayInputStream(memory.toByteArray())
          : Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a result that a process has sent", e);
    }
  }

  void delete() {
    try {
      end();
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The executor removes its directory when it is closed.
    }
  }
}
