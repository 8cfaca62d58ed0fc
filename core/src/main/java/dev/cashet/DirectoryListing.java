package dev.cashet;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a directory, through links.
 *
 * @param entries kinds by relative name, with {@code /} between the parts of a name
 */
record DirectoryListing(SortedMap<String, Kind> entries) {
  /** What a name stands for. */
  enum Kind {
    FILE,
    EMPTY_DIRECTORY,
    BROKEN_LINK
  }

  static PathMatcher matcher(String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return glob.contains("/") ? matcher : path -> matcher.matches(path.getFileName());
  }

  static DirectoryListing of(Path root, @Nullable String glob) throws IOException {
    if (!Files.isDirectory(root)) {
      throw Files.exists(root)
          ? new NotDirectoryException(root.toString())
          : new NoSuchFileException(root.toString(), null, "there is no such directory");
    }
    Visitor visitor = new Visitor(root, glob == null ? null : matcher(glob));
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    return new DirectoryListing(visitor.entries);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final SortedMap<String, Kind> entries = new TreeMap<>();
    private final Path root;
    private final @Nullable PathMatcher matcher;

    Visitor(Path root, @Nullable PathMatcher matcher) {
      this.root = root;
      this.matcher = matcher;
    }

    private void add(Path place, Kind kind) {
      String name = root.relativize(place).toString();
      String separator = root.getFileSystem().getSeparator();
      entries.put(separator.equals("/") ? name : name.replace(separator, "/"), kind);
    }

    private boolean matches(Path place) {
      return matcher == null || matcher.matches(root.relativize(place));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes)
        throws IOException {
      if (matcher == null && !place.equals(root)) {
        try (java.util.stream.Stream<Path> content = Files.list(place)) {
          if (content.findAny().isEmpty()) {
            add(place, Kind.EMPTY_DIRECTORY);
          }
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path place, BasicFileAttributes attributes)
        throws IOException {
      if (!matches(place)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        add(place, Kind.BROKEN_LINK);
      } else if (attributes.isRegularFile()) {
        add(place, Kind.FILE);
      } else {
        throw new IOException(root.relativize(place)
            + " is neither a file nor a directory; leave it out by matching(…)");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path place, IOException problem) throws IOException {
      if (problem instanceof FileSystemLoopException) {
        throw new IOException(
            root.relativize(place) + " is a link to a directory around it", problem);
      }
      throw problem;
    }
  }
}
