package dev.cashet.store.sqlite;

import dev.cashet.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory where a repair puts what is damaged, for someone to look at; nothing reads it. */
final class Quarantine {
  private final Path directory;

  Quarantine(Path store) {
    this.directory = store.resolve("quarantine");
  }

  /** Keeps bytes under a name that nothing has yet; the path. */
  String keep(String name, byte[] bytes) {
    try {
      Path free = free(name);
      Files.write(free, bytes);
      return free.toString();
    } catch (IOException e) {
      throw new StoreFailedException("cannot write " + name + " to " + directory, e);
    }
  }

  /** Moves a file there, under a name that nothing has yet; the path. */
  String take(Path file) {
    try {
      Path free = free(String.valueOf(file.getFileName()));
      Files.move(file, free);
      return free.toString();
    } catch (IOException e) {
      throw new StoreFailedException("cannot move " + file + " to " + directory, e);
    }
  }

  /** Gives a file a second name there, or copies it where that cannot be; the path. */
  String copy(Path file) {
    try {
      Path free = free(String.valueOf(file.getFileName()));
      try {
        Files.createLink(free, file);
      } catch (UnsupportedOperationException | IOException e) {
        Files.copy(file, free);
      }
      return free.toString();
    } catch (IOException e) {
      throw new StoreFailedException("cannot copy " + file + " to " + directory, e);
    }
  }

  private Path free(String name) throws IOException {
    Files.createDirectories(directory);
    Path free = directory.resolve(name);
    for (int i = 2; Files.exists(free); i++) {
      free = directory.resolve(name + "." + i);
    }
    return free;
  }
}
