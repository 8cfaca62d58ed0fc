package dev.cashet.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Where the bytes of a {@link ByteStream} come from. */
final class ByteStreams {
  private ByteStreams() {}

  record OfFile(Path file) implements ByteStream {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public OptionalLong size() {
      try {
        return OptionalLong.of(Files.size(file));
      } catch (IOException e) {
        return OptionalLong.empty();
      }
    }
  }

  record OfBody(ByteStream.Body body) implements ByteStream {
    @Override
    public InputStream open() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      body.writeTo(bytes);
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.empty();
    }

    @Override
    public void transferTo(OutputStream out) throws IOException {
      body.writeTo(new Unclosed(out));
    }
  }

  /** The bytes of a stored result after its header. */
  record OfBlob(Supplier<InputStream> blob, long header) implements ByteStream {
    @Override
    public InputStream open() throws IOException {
      InputStream in = blob.get();
      try {
        in.skipNBytes(header);
      } catch (EOFException e) {
        in.close();
        throw new UnreadableResultException(
            "cannot read a stored result: it is shorter than its header", e);
      }
      return in;
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.empty();
    }
  }

  /** Large writes go through whole; closing does nothing. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
