package dev.cashet.local;

import dev.cashet.store.StoreFailedException;
import dev.cashet.store.StoreReadOnlyException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The store's key for digests of secrets: 32 random bytes in {@code secret.key}, readable by its owner alone. Two
 * processes that make one at the same time end with the same one: it comes to be under its name in one step, and counts
 * only once it is read back.
 */
final class SecretKeyFile {
  private static final String NAME = "secret.key";
  private static final int BYTES = 32;

  private final Path directory;

  SecretKeyFile(Path directory) {
    this.directory = directory;
  }

  Optional<byte[]> get(boolean create) {
    Optional<byte[]> found = read();
    if (found.isPresent() || !create) {
      return found;
    }
    try {
      make();
    } catch (IOException e) {
      if (Files.isDirectory(directory) && !Files.isWritable(directory)) {
        throw new StoreReadOnlyException(
            "cannot make a key for secrets: " + directory + " cannot be written", e);
      }
      throw new StoreFailedException("cannot make a key for secrets in " + directory + ": " + e, e);
    }
    return read();
  }

  private Optional<byte[]> read() {
    Path file = directory.resolve(NAME);
    try {
      byte[] key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw new StoreFailedException(
            "cannot use the key for secrets at " + file + ": it has " + key.length
                + " bytes and not " + BYTES
                + "; put it back from a copy, or delete it: then calls with secrets are computed again",
            null);
      }
      return Optional.of(key);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw new StoreFailedException(
          "cannot read the key for secrets at " + file
              + ": it belongs to another user; set CASHET_SECRET_KEY to a key that all users of this store share",
          e);
    } catch (IOException e) {
      throw new StoreFailedException("cannot read the key for secrets at " + file + ": " + e, e);
    }
  }

  private void make() throws IOException {
    Files.createDirectories(directory);
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mine = posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path temporary = Files.createTempFile(directory, NAME, ".tmp", mine);
    try {
      Files.write(temporary, key);
      Files.createLink(directory.resolve(NAME), temporary);
    } catch (FileAlreadyExistsException e) {
      // Someone else was first: theirs is the key.
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(temporary, directory.resolve(NAME));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
