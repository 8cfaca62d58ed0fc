package dev.cashet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where files of results may be written: a store, which others may be able to write, is not to choose. */
final class OutputRoots {
  private final List<Path> roots = new ArrayList<>();

  OutputRoots(List<Path> given) {
    roots.add(Path.of("").toAbsolutePath());
    String temporary = System.getProperty("java.io.tmpdir");
    if (temporary != null) {
      roots.add(Path.of(temporary).toAbsolutePath().normalize());
    }
    given.forEach(root -> roots.add(root.toAbsolutePath().normalize()));
  }

  /** Why nothing may be written there; empty if it may. */
  String problem(Path path) {
    Path wanted = path.toAbsolutePath().normalize();
    if (wanted.getFileName() == null || Files.isDirectory(wanted)) {
      return "the output file " + path + " is a directory";
    }
    for (Path root : roots) {
      if (wanted.startsWith(root) && !wanted.equals(root)) {
        return isReallyUnder(root, wanted)
            ? ""
            : "the output file " + path + " leads out of " + root + " by a link";
      }
    }
    return "the output file " + path
        + " lies neither under the working directory nor under that for temporary files; write it there, or allow its"
        + " place with Cashet.builder().outputs(directory)";
  }

  /** Links on the way, and at the end, lead nowhere else. */
  private static boolean isReallyUnder(Path root, Path wanted) {
    try {
      Path existing = nearest(wanted);
      Path realRoot = Files.exists(root) ? root.toRealPath() : root;
      return existing == null
          || root.startsWith(existing)
          || existing.toRealPath().startsWith(realRoot);
    } catch (IOException e) {
      return false;
    }
  }

  /** The longest part of the path that is there; a link that leads nowhere is there. */
  private static @Nullable Path nearest(Path path) {
    Path at = path;
    while (at != null && !Files.exists(at) && !Files.isSymbolicLink(at)) {
      at = at.getParent();
    }
    return at;
  }
}
