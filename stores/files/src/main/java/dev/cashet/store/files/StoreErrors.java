package dev.cashet.store.files;

import dev.cashet.store.StoreException;
import dev.cashet.store.StoreFailedException;
import dev.cashet.store.StoreReadOnlyException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the file system said, in the store's words. */
final class StoreErrors {
  private StoreErrors() {}

  /**
   * The error of an attempt to write.
   *
   * @param attempted the beginning of the sentence, for example {@code cannot delete blob 12ab}
   */
  static StoreException writing(String attempted, Path directory, IOException error) {
    if (error instanceof AccessDeniedException || isReadOnly(directory)) {
      return new StoreReadOnlyException(
          attempted + ": " + directory + " cannot be written here (" + reason(error) + ")", error);
    }
    return new StoreFailedException(
        attempted + " in " + directory + ": " + reason(error) + "; nothing was kept", error);
  }

  static StoreException reading(String attempted, Path directory, IOException error) {
    return new StoreFailedException(attempted + " in " + directory + ": " + reason(error), error);
  }

  private static String reason(IOException error) {
    if (error instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is not a directory";
    }
    if (error instanceof NoSuchFileException missing) {
      return missing.getFile() + " is gone";
    }
    return String.valueOf(error.getMessage());
  }

  /** Asks the mount table: the system's own message depends on the user's language. */
  private static boolean isReadOnly(Path directory) {
    Path existing = directory.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      return existing != null && Files.getFileStore(existing).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }
}
