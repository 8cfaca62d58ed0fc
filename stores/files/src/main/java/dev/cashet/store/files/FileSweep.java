package dev.cashet.store.files;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** All files of a blob store, for collectors and checks, who know which of them are named. Safe for many threads. */
public final class FileSweep {
  /** Where files cannot be held by a second name, a writer has this long to name what it has put. */
  private static final Duration UNHELD = Duration.ofHours(1);

  private final StoreDirectory directory;
  private final Holds holds;
  private final InstantSource clock;

  FileSweep(StoreDirectory directory, Holds holds, InstantSource clock) {
    this.directory = directory;
    this.holds = holds;
    this.clock = clock;
  }

  /** The directories that blobs lie in, and whatever else lies beside them. */
  public List<Path> places() {
    try {
      return directory.fans();
    } catch (IOException e) {
      throw StoreErrors.reading("cannot list blobs", directory.root(), e);
    }
  }

  /**
   * What lies in one of {@link #places}.
   *
   * @param blobs digests of files and of whatever else lies where a blob's file should
   * @param others what has no business there
   */
  public record Content(List<Digest> blobs, List<Path> others) {
    /** Copies the lists. */
    public Content {
      blobs = List.copyOf(blobs);
      others = List.copyOf(others);
    }
  }

  /** What lies in one of {@link #places}. */
  public Content content(Path place) {
    List<Digest> blobs = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    if (!Files.isDirectory(place)) {
      return new Content(blobs, List.of(place));
    }
    try {
      for (Path path : StoreDirectory.children(place)) {
        Digest digest = StoreDirectory.digestAt(path);
        if (digest == null) {
          others.add(path);
        } else {
          blobs.add(digest);
        }
      }
    } catch (IOException e) {
      throw StoreErrors.reading("cannot list blobs", place, e);
    }
    return new Content(blobs, others);
  }

  /** Where the blob's file is or would be. */
  public Path address(Digest digest) {
    return directory.address(digest);
  }

  /** The length of a blob's file; negative if there is none. */
  public long bytes(Digest digest) {
    try {
      BasicFileAttributes file = Files.readAttributes(
          directory.address(digest), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return file.isRegularFile() ? file.size() : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  /** Whether a blob's file was last written, or found again by a writer, so long ago. */
  public boolean isOlder(Digest digest, Duration age) {
    try {
      return !Files.getLastModifiedTime(directory.address(digest))
          .toInstant()
          .isAfter(clock.instant().minus(age));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Deletes a blob's file. The caller sees to it that nothing names it and no commit that does is added meanwhile.
   *
   * @return its length; negative if there was none, or a writer may be about to name it
   */
  public long remove(Digest digest) {
    long bytes = bytes(digest);
    if (bytes < 0 || holds.isUnsupported() && !isOlder(digest, UNHELD)) {
      return -1;
    }
    try {
      return Files.deleteIfExists(directory.address(digest)) ? bytes : -1;
    } catch (IOException e) {
      throw StoreErrors.writing("cannot delete blob " + digest.shortHex(), directory.root(), e);
    }
  }

  /** What the unfinished files take. */
  public long temporaryBytes() {
    try {
      return directory.temporaryBytes();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw StoreErrors.reading("cannot list temporary files", directory.root(), e);
    }
  }

  /**
   * Removes the unfinished files of writers that are gone.
   *
   * @param olderThan how long a file must not have been written to
   * @param now the time that the files' own times are compared with
   * @return how many were removed
   */
  public int sweepTemporary(Duration olderThan, InstantSource now) {
    try {
      return directory.sweep(now.instant(), olderThan);
    } catch (IOException e) {
      throw StoreErrors.writing("cannot sweep temporary files", directory.root(), e);
    }
  }
}
