package dev.cashet.store.files;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobStore;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.StoreException;
import dev.cashet.store.Tier;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Blobs as files below a directory, in the format of docs/format/blob.md. A file appears at its address only when it is
 * whole; one whose header or end is damaged counts as absent, and putting the blob again replaces it. Safe for many
 * threads and processes; a blob larger than 1 MiB is written and read in frames, in a few MiB of memory.
 */
public final class FileBlobStore implements BlobStore {
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
  private static final int OPEN_ATTEMPTS = 10;

  private final StoreDirectory directory;
  private final boolean durable;
  private final InstantSource clock = InstantSource.system();
  private final AtomicBoolean swept = new AtomicBoolean();
  private final Holds holds;

  private FileBlobStore(Path directory, boolean durable, boolean holding) {
    this.directory = new StoreDirectory(directory);
    this.durable = durable;
    this.holds = new Holds(this.directory, holding);
  }

  /**
   * The store in this directory, which need not exist: it is created by the first write.
   *
   * @param durable whether a finished blob must survive a power failure, not only a crash of the process
   */
  public static FileBlobStore open(Path directory, boolean durable) {
    return new FileBlobStore(directory, durable, false);
  }

  /**
   * The same for a store whose blobs are named by commits elsewhere and are collected when none names them: what is put or
   * retained is held until {@link #release}.
   */
  public static FileBlobStore openCollected(Path directory, boolean durable) {
    return new FileBlobStore(directory, durable, true);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Touches no file before a MiB is written or the blob is finished, so that a store that cannot be written shows then.
   */
  @Override
  public BlobWriter create() {
    return new FileBlobWriter(this);
  }

  @Override
  public InputStream open(Digest digest) {
    return new BlobInputStream(digest, frames(digest));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Reads the file's first 16 and last 64 bytes; empty too if they are damaged.
   */
  @Override
  public Optional<BlobInfo> stat(Digest digest) {
    try {
      return opened(digest, BlobFile::end)
          .map(end -> new BlobInfo(digest, end.rawBytes(), end.fileBytes(), Tier.FILE));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void verify(Digest digest) {
    try (FrameReader frames = frames(digest)) {
      MessageDigest sha256 = Digest.newSha256();
      for (int length = frames.next(); length >= 0; length = frames.next()) {
        sha256.update(frames.raw(), 0, length);
      }
      if (!Digest.of(sha256.digest()).equals(digest)) {
        throw new DamageException("its content has another digest");
      }
    } catch (IOException e) {
      throw damaged(digest, e);
    }
  }

  @Override
  public boolean isIntact(Digest digest, long maxBytes) {
    Optional<BlobInfo> info = stat(digest);
    if (info.isEmpty() || info.get().sizeBytes() > maxBytes) {
      return info.isPresent();
    }
    try (FrameReader frames = frames(digest)) {
      while (frames.check()) {
        // the checks are all that is wanted
      }
      return true;
    } catch (BlobUnreadableException | IOException e) {
      return false;
    }
  }

  @Override
  public boolean delete(Digest digest) {
    try {
      return Files.deleteIfExists(directory.address(digest));
    } catch (IOException e) {
      throw StoreErrors.writing("cannot delete blob " + digest.shortHex(), directory.root(), e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Reads one of 256 directories at a time, and leaves out files that {@link #stat} does.
   */
  @Override
  public Stream<BlobInfo> list() {
    try {
      return directory.digests().flatMap(digest -> stat(digest).stream());
    } catch (IOException e) {
      throw StoreErrors.reading("cannot list blobs", directory.root(), e);
    }
  }

  StoreDirectory directory() {
    return directory;
  }

  Holds holds() {
    return holds;
  }

  boolean isDurable() {
    return durable;
  }

  TemporaryFile createTemporary() throws IOException {
    if (swept.compareAndSet(false, true)) {
      directory.sweep(clock.instant(), ABANDONED_AFTER);
    }
    return new TemporaryFile(directory);
  }

  /**
   * Keeps the file that a blob already has, if all of it is sound. Its time is set to now, so that a collector
   * that spares what is young spares a blob that was old and is wanted again. Empty if it must be written.
   */
  Optional<BlobInfo> keep(Digest digest) throws IOException {
    try {
      verify(digest);
    } catch (BlobUnreadableException e) {
      return Optional.empty();
    }
    Path address = directory.address(digest);
    if (!touched(address)) {
      return Optional.empty();
    }
    if (!holds.add(digest, address)) {
      return Optional.empty();
    }
    if (durable) {
      directory.forceFile(address);
    }
    return stat(digest);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Sets the file's time, which is not its content.
   */
  @Override
  public boolean retain(Digest digest, long maxBytes) {
    try {
      return isIntact(digest, maxBytes)
          && touched(directory.address(digest))
          && holds.add(digest, directory.address(digest))
          && stat(digest).isPresent();
    } catch (IOException e) {
      throw StoreErrors.writing("cannot hold blob " + digest.shortHex(), directory.root(), e);
    }
  }

  /**
   * What a commit that is being added needs to know of a blob that it names; gives it back its address if a collector has
   * taken it since this object put or retained it. Empty if there is none.
   */
  public Optional<BlobInfo> settle(Digest digest) {
    try {
      holds.restore(digest, directory.address(digest));
    } catch (IOException e) {
      throw StoreErrors.writing("cannot restore blob " + digest.shortHex(), directory.root(), e);
    }
    return stat(digest);
  }

  /** The commit that names the blob is there: nothing more is done to keep it. */
  public void release(Digest digest) {
    holds.release(digest);
  }

  /** Releases everything that was put or retained through this object. */
  public void releaseAll() {
    holds.releaseAll();
  }

  /** For a collector and for checks of all files. */
  public FileSweep sweep() {
    return new FileSweep(directory, holds, clock);
  }

  private boolean touched(Path address) {
    try {
      Files.setLastModifiedTime(address, FileTime.from(clock.instant()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private FrameReader frames(Digest digest) {
    try {
      return new FrameReader(opened(digest, BlobFile::open)
          .orElseThrow(() -> BlobUnreadableException.missing(digest)));
    } catch (IOException e) {
      throw damaged(digest, e);
    }
  }

  private interface Opening<T> {
    T open(Path path, Digest digest) throws IOException;
  }

  /**
   * Opens a blob's file; empty if there is none. A file that is there but cannot be opened is not a missing blob, since
   * computing it anew would not help; but one that was not there may have come before the second look, so try again.
   */
  private <T> Optional<T> opened(Digest digest, Opening<T> opening) throws IOException {
    Path path = directory.address(digest);
    for (int attempt = 1; ; attempt++) {
      try {
        return Optional.of(opening.open(path, digest));
      } catch (FileNotFoundException e) {
        if (isAbsent(path)) {
          return Optional.empty();
        }
        if (Files.isDirectory(path)) {
          throw new DamageException("a directory lies where its file should be");
        }
        if (attempt == OPEN_ATTEMPTS || !Files.isReadable(path)) {
          throw cannotRead(digest, e);
        }
      }
    }
  }

  private boolean isAbsent(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return false;
    } catch (NoSuchFileException e) {
      // Newer platforms say the same of a path below a file.
      return !Files.isRegularFile(directory.root());
    } catch (IOException e) {
      return false;
    }
  }

  private StoreException cannotRead(Digest digest, IOException error) {
    return StoreErrors.reading("cannot read blob " + digest.shortHex(), directory.root(), error);
  }

  private static BlobUnreadableException damaged(Digest digest, IOException error) {
    return BlobUnreadableException.damaged(digest, String.valueOf(error.getMessage()), error);
  }
}
