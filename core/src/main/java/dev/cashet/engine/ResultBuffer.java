package dev.cashet.engine;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects a small result in memory and hands a larger one on to a blob as it grows. */
final class ResultBuffer extends OutputStream {
  private final Store store;
  private final ByteArrayOutputStream small = new ByteArrayOutputStream(256);
  private @Nullable BlobWriter large;
  private @Nullable Digest digest;
  private long sizeBytes;

  ResultBuffer(Store store) {
    this.store = store;
  }

  @Override
  public void write(int b) throws IOException {
    sizeBytes++;
    target(1).write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    sizeBytes += length;
    target(length).write(bytes, offset, length);
  }

  /** Ends the result: the object that travels with the commit, or empty if it is a blob, durable by now. */
  Optional<SmallObject> finish() {
    BlobWriter writer = large;
    if (writer == null) {
      SmallObject object = SmallObject.of(small.toByteArray());
      digest = object.digest();
      return Optional.of(object);
    }
    BlobInfo info = writer.finish();
    digest = info.digest();
    return Optional.empty();
  }

  Digest digest() {
    return Objects.requireNonNull(digest, "not finished");
  }

  long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public void close() {
    if (large != null) {
      large.close();
    }
  }

  private OutputStream target(int more) throws IOException {
    if (large != null) {
      return large;
    }
    if (small.size() + more <= store.smallObjectLimit()) {
      return small;
    }
    BlobWriter writer = store.blobs().create();
    large = writer;
    small.writeTo(writer);
    small.reset();
    return writer;
  }
}
