package dev.cashet.local;

import dev.cashet.store.StoreFailedException;
import dev.cashet.store.files.FileSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a store's directory besides database and blobs: unfinished files, derived data, what a repair moved aside. */
final class Extras {
  /** Derived data beyond this is the first to go; it can be made again. */
  static final long INDEX_BYTES = 256L << 20;

  private final Path index;
  private final Path quarantine;
  private final FileSweep files;

  Extras(Path directory, FileSweep files) {
    this.index = directory.resolve("index");
    this.quarantine = directory.resolve("quarantine");
    this.files = files;
  }

  /** All of it; few files, so they are looked at one by one. */
  long bytes() {
    return files.temporaryBytes() + bytes(list(index)) + bytes(list(quarantine));
  }

  /**
   * Deletes derived data that was not written to for longest, until the rest fits.
   *
   * @return how many bytes went
   */
  long boundIndex(long maxBytes) {
    List<Found> found = list(index);
    found.sort(Comparator.comparingLong(Found::writtenAt));
    long left = bytes(found);
    long removed = 0;
    for (Found file : found) {
      if (left <= maxBytes) {
        break;
      }
      try {
        Files.deleteIfExists(file.path());
      } catch (IOException e) {
        throw new StoreFailedException("cannot delete " + file.path(), e);
      }
      left -= file.bytes();
      removed += file.bytes();
    }
    return removed;
  }

  private record Found(Path path, long bytes, long writtenAt) {}

  private static long bytes(List<Found> files) {
    return files.stream().mapToLong(Found::bytes).sum();
  }

  private static List<Found> list(Path directory) {
    List<Found> found = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return found;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isRegularFile(path)) {
          found.add(
              new Found(path, Files.size(path), Files.getLastModifiedTime(path).toMillis()));
        }
      }
    } catch (NoSuchFileException | java.io.UncheckedIOException e) {
      return found;
    } catch (IOException e) {
      throw new StoreFailedException("cannot list " + directory, e);
    }
    return found;
  }
}
