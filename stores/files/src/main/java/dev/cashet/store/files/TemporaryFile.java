package dev.cashet.store.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that nobody can find until it is published. For one thread. Written through {@link RandomAccessFile} because
 * an interruption of the thread closes a channel, and must not lose a result.
 */
final class TemporaryFile {
  private final StoreDirectory directory;
  private final Path path;
  private final RandomAccessFile file;
  private long length;

  TemporaryFile(StoreDirectory directory) throws IOException {
    this.directory = directory;
    this.path = directory.createTemporary();
    try {
      this.file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  void write(byte[] bytes, int count) throws IOException {
    file.write(bytes, 0, count);
    length += count;
  }

  long length() {
    return length;
  }

  Path path() {
    return path;
  }

  /** Moves the file to its address; when this returns, it is there for everyone. */
  void publish(Path address, boolean durable) throws IOException {
    if (durable) {
      file.getFD().sync();
    }
    file.close();
    directory.publish(path, address);
    if (durable) {
      directory.force(address);
    }
  }

  /** Removes the file as well as possible; what stays is swept later. */
  void discard() {
    try (file) {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      System.getLogger("dev.cashet.store.files")
          .log(System.Logger.Level.DEBUG, "left for the next sweep: " + path, e);
    }
  }
}
