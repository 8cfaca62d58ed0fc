package dev.cashet.store.files;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Second names of blobs that this process has put, or found there already, and that no commit of its names yet. A collector
 * may take such a blob from its address, because nothing names it; the commit that comes then gives the address back from
 * the second name. So neither waits for the other, and no clock is asked. Safe for many threads.
 *
 * <p>On a file system without hard links nothing is held; there a collector leaves young files alone.
 */
final class Holds {
  /** Of blobs that are never named, so many are held before the oldest is given up. */
  private static final int MANY = 4_096;

  private final StoreDirectory directory;
  private final Map<Digest, Hold> held = new LinkedHashMap<>();
  private final boolean wanted;
  private volatile boolean unsupported;

  Holds(StoreDirectory directory, boolean wanted) {
    this.directory = directory;
    this.wanted = wanted;
  }

  private static final class Hold {
    final Path path;
    int count = 1;

    Hold(Path path) {
      this.path = path;
    }
  }

  /**
   * Gives a file a second name until it is released as often as this was called.
   *
   * @param file the blob's file, at its address or before it gets there
   * @return false if the file is gone
   */
  synchronized boolean add(Digest digest, Path file) throws IOException {
    Hold hold = held.get(digest);
    if (hold != null && Files.exists(hold.path)) {
      hold.count++;
      return true;
    }
    if (!wanted || unsupported) {
      return true;
    }
    Path path = directory.newTemporary();
    try {
      link(path, file);
    } catch (NoSuchFileException e) {
      return false;
    } catch (UnsupportedOperationException | IOException e) {
      unsupported = true;
      return true;
    }
    held.put(digest, new Hold(path));
    if (held.size() > MANY) {
      releaseOldest();
    }
    return true;
  }

  /** Gives a blob its address back if it is held and a collector has taken it. */
  synchronized void restore(Digest digest, Path address) throws IOException {
    Hold hold = held.get(digest);
    if (hold == null || Files.exists(address)) {
      return;
    }
    try {
      link(address, hold.path);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      // Someone has just written it anew, or the second name was swept after a day.
    }
  }

  /** The second name of a blob that is held. */
  synchronized @Nullable Path path(Digest digest) {
    Hold hold = held.get(digest);
    return hold == null ? null : hold.path;
  }

  synchronized void release(Digest digest) {
    Hold hold = held.get(digest);
    if (hold != null && --hold.count == 0) {
      held.remove(digest);
      delete(hold.path);
    }
  }

  synchronized void releaseAll() {
    held.values().forEach(hold -> delete(hold.path));
    held.clear();
  }

  /** Whether a collector must spare young files instead. */
  boolean isUnsupported() {
    return unsupported;
  }

  private void releaseOldest() {
    Iterator<Hold> oldest = held.values().iterator();
    delete(oldest.next().path);
    oldest.remove();
  }

  private static void link(Path link, Path existing) throws IOException {
    try {
      Files.createLink(link, existing);
    } catch (NoSuchFileException e) {
      if (!Files.exists(existing)) {
        throw e;
      }
      Files.createDirectories(link.getParent());
      Files.createLink(link, existing);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      System.getLogger("dev.cashet.store.files")
          .log(System.Logger.Level.DEBUG, "left for the next sweep: " + path, e);
    }
  }
}
