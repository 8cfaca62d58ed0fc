package dev.cashet.executor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Size and time of the class files of a directory, or of one jar.
 *
 * @param files by path below the place; a jar's own is empty
 */
record Stamps(Map<String, Stamp> files) {
  /**
   * What is looked at of a file.
   *
   * @param size in bytes
   * @param modified when it was last written
   */
  record Stamp(long size, FileTime modified) {}

  static Stamps of(Path place) {
    Map<String, Stamp> files = new TreeMap<>();
    try {
      if (!Files.isDirectory(place)) {
        files.put("", stamp(place));
        return new Stamps(files);
      }
      try (Stream<Path> all = Files.walk(place)) {
        List<Path> classes =
            all.filter(path -> path.toString().endsWith(".class")).toList();
        for (Path path : classes) {
          files.put(place.relativize(path).toString(), stamp(path));
        }
      }
      return new Stamps(files);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + place, e);
    }
  }

  /** Whether all were written before this time. */
  boolean areBefore(FileTime time) {
    return files.values().stream().allMatch(stamp -> stamp.modified().compareTo(time) < 0);
  }

  private static Stamp stamp(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(attributes.size(), attributes.lastModifiedTime());
  }
}
