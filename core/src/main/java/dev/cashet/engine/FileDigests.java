package dev.cashet.engine;

import dev.cashet.model.Digest;
import dev.cashet.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The SHA-256 of files' contents. A small file is read each time. A large one is read again unless its state is the one
 * that it had when it was read: size, times, number, and some blocks of its content. The state counts only if it was old
 * enough when the file was read ("racy git"), and only where the file system keeps a time of change that programs cannot
 * set. What is known is kept in memory and in the store's {@link FileIndex}.
 *
 * <p>Not seen: writing to a file that is mapped into memory, for as long as the operating system has not written the page
 * back, unless it hits one of the blocks.
 */
final class FileDigests {
  /** Reading this much is about as dear as looking whether it is needed. */
  private static final long ALWAYS_READ_BYTES = 64 << 10;

  private static final int REMEMBERED = 1024;
  private static final int TRIES = 3;

  /** What is known of a file: its content had this digest in this state. */
  record Known(Digest state, Digest content) {}

  private final Store store;
  private final InstantSource clock;
  private final Map<Path, Known> memory = bounded();
  private final Map<Path, Known> unsaved = bounded();

  FileDigests(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  private static Map<Path, Known> bounded() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  /**
   * The digest of the content as it is now.
   *
   * @throws IOException if the file cannot be read, or changes all the time
   */
  Digest of(Path file, boolean mayWrite) throws IOException {
    Path real = file.toRealPath();
    for (int i = 0; i < TRIES; i++) {
      FileState before = FileState.of(real);
      if (before.size() > ALWAYS_READ_BYTES) {
        Optional<Known> known = known(real);
        if (known.isPresent() && isStill(known.get(), real, before)) {
          return known.get().content();
        }
      }
      Instant start = clock.instant();
      Digest content = read(real);
      if (FileState.of(real).equals(before)) {
        if (before.size() > ALWAYS_READ_BYTES && before.isSettledAt(start)) {
          remember(real, new Known(before.withSamples(real), content), mayWrite);
        }
        return content;
      }
    }
    throw new IOException("it changes while it is read");
  }

  private static boolean isStill(Known known, Path file, FileState now) throws IOException {
    return now.withSamples(file).equals(known.state()) && FileState.of(file).equals(now);
  }

  private static Digest read(Path file) throws IOException {
    MessageDigest sha256 = Digest.newSha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sha256.update(buffer, 0, count);
      }
    }
    return Digest.of(sha256.digest());
  }

  private Optional<Known> known(Path file) {
    synchronized (memory) {
      Known known = memory.get(file);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<Known> found = store.indexDirectory().flatMap(place -> new FileIndex(place).get(file));
    found.ifPresent(known -> {
      synchronized (memory) {
        memory.put(file, known);
      }
    });
    return found;
  }

  private void remember(Path file, Known known, boolean mayWrite) {
    synchronized (memory) {
      memory.put(file, known);
      unsaved.put(file, known);
    }
    if (mayWrite) {
      save();
    }
  }

  /** Writes down what is not yet in the index, as soon as the store is there. */
  void save() {
    synchronized (memory) {
      if (unsaved.isEmpty()) {
        return;
      }
      store.indexDirectory().ifPresent(place -> {
        FileIndex index = new FileIndex(place);
        unsaved.forEach((file, known) -> index.put(file, known, clock.instant()));
        unsaved.clear();
      });
    }
  }
}
