package dev.cashet.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies below a directory: names, sizes and times. Two that are equal show that nothing was written in between.
 *
 * @param files size and time by name
 */
record DirectoryImage(Map<String, List<Object>> files) {
  static DirectoryImage of(Path directory) throws IOException {
    TreeMap<String, List<Object>> files = new TreeMap<>();
    if (Files.exists(directory)) {
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.toList()) {
          record(path, directory, files);
        }
      }
    }
    return new DirectoryImage(files);
  }

  private static void record(Path path, Path directory, Map<String, List<Object>> files)
      throws IOException {
    try {
      FileTime time = Files.getLastModifiedTime(path);
      long size = Files.isDirectory(path) ? 0 : Files.size(path);
      files.put(directory.relativize(path).toString(), List.of(size, time));
    } catch (NoSuchFileException e) {
      files.put(directory.relativize(path).toString(), List.of());
    }
  }
}
