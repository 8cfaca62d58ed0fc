package dev.cashet.store.files;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the files lie: {@code objects/ab/cdef…} under the digest's hexadecimal digits, unfinished ones in {@code tmp/}.
 * Directories are made when a file needs them, not before. Safe for many threads and processes.
 */
final class StoreDirectory {
  private static final String PROCESS = UUID.randomUUID().toString();
  private static final AtomicLong WRITERS = new AtomicLong();
  private static final String SUFFIX = ".tmp";
  private static final int FAN_DIGITS = 2;

  private final Path root;
  private final Path objects;
  private final Path temporary;
  private volatile boolean rootForced;

  StoreDirectory(Path root) {
    this.root = root.toAbsolutePath();
    this.objects = this.root.resolve("objects");
    this.temporary = this.root.resolve("tmp");
  }

  Path root() {
    return root;
  }

  Path address(Digest digest) {
    String hex = digest.hex();
    return objects.resolve(hex.substring(0, FAN_DIGITS)).resolve(hex.substring(FAN_DIGITS));
  }

  /** Makes an empty file that no other writer has. */
  Path createTemporary() throws IOException {
    Path path = newTemporary();
    try {
      return Files.createFile(path);
    } catch (NoSuchFileException e) {
      Files.createDirectories(temporary);
      return Files.createFile(path);
    }
  }

  /** A path among the temporary files that no other writer takes. */
  Path newTemporary() {
    return temporary.resolve(PROCESS + "-" + WRITERS.incrementAndGet() + SUFFIX);
  }

  /** What the unfinished files take. */
  long temporaryBytes() throws IOException {
    long sum = 0;
    for (Path path : children(temporary)) {
      sum += size(path);
    }
    return sum;
  }

  private static long size(Path path) throws IOException {
    try {
      return Files.size(path);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** The 256 directories that blobs lie in, as far as they exist, and whatever else lies beside them. */
  List<Path> fans() throws IOException {
    return children(objects);
  }

  /** The digest of a blob that would lie at this path below {@link #fans}; null if none would. */
  static @Nullable Digest digestAt(Path path) {
    Path fan = path.getParent();
    String hex = fan == null ? "" : String.valueOf(fan.getFileName()) + path.getFileName();
    return isAddress(hex) ? Digest.parse(hex) : null;
  }

  /** Gives a finished file its address, in place of what may be there. */
  void publish(Path finished, Path address) throws IOException {
    try {
      Files.move(finished, address, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      Files.createDirectories(address.getParent());
      Files.move(finished, address, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Makes the names down to an address survive a power failure. Another process may have made a directory and not yet
   * forced it, so each is forced by everyone; one that is clean costs little.
   */
  void force(Path address) throws IOException {
    forceDirectory(Objects.requireNonNull(address.getParent(), "address"));
    forceDirectory(objects);
    if (!rootForced) {
      forceDirectory(root);
      Path above = root.toAbsolutePath().getParent();
      if (above != null) {
        forceDirectory(above);
      }
      rootForced = true;
    }
  }

  /** Makes a file that is there already, and the names down to it, survive a power failure. */
  void forceFile(Path address) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(address.toFile(), "r")) {
      file.getFD().sync();
    }
    force(address);
  }

  /** Every digest that has a file, damaged or not, one directory of 256 read at a time. */
  Stream<Digest> digests() throws IOException {
    return children(objects).stream().flatMap(StoreDirectory::digestsIn);
  }

  /** Removes the files of writers that have not written for so long; how many. */
  int sweep(Instant now, Duration olderThan) throws IOException {
    int swept = 0;
    for (Path path : children(temporary)) {
      if (path.getFileName().toString().endsWith(SUFFIX) && isOlder(path, now.minus(olderThan))) {
        swept += Files.deleteIfExists(path) ? 1 : 0;
      }
    }
    return swept;
  }

  private static boolean isOlder(Path path, Instant than) throws IOException {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(than);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Stream<Digest> digestsIn(Path fan) {
    String start = fan.getFileName().toString();
    if (start.length() != FAN_DIGITS) {
      return Stream.empty();
    }
    try {
      return children(fan).stream()
          .map(path -> start + path.getFileName())
          .filter(StoreDirectory::isAddress)
          .map(Digest::parse);
    } catch (IOException e) {
      throw StoreErrors.reading("cannot list blobs", fan, e);
    }
  }

  private static boolean isAddress(String hex) {
    return hex.length() == Digest.HEX_DIGITS
        && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  static List<Path> children(Path directory) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(children::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return children;
  }

  /** A channel is closed by an interruption; the file is whole, so the only thing to do is to try again. */
  private static void forceDirectory(@Nullable Path directory) throws IOException {
    if (directory == null) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    while (true) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
        break;
      } catch (ClosedByInterruptException e) {
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
