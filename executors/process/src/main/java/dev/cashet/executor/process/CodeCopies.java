package dev.cashet.executor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program's code as it was, for processes that start later: a build that goes on beside a running program must not
 * put new code behind keys of the old. Class files of directories are copied once; jars are used where they lie, as long
 * as nobody replaces them. Safe for many threads.
 */
final class CodeCopies {
  private final Path scratch;
  private final FileTime started =
      FileTime.fromMillis(ManagementFactory.getRuntimeMXBean().getStartTime());
  private final Map<Path, Stamps> noted = new HashMap<>();
  private final Map<Path, Path> copies = new HashMap<>();

  CodeCopies(Path scratch) {
    this.scratch = scratch;
  }

  /** Remembers the places of the program itself, in which nothing may have changed since it started. */
  synchronized void noteProgram(Collection<Path> places) {
    for (Path place : places) {
      Stamps stamps = Stamps.of(place);
      if (!stamps.areBefore(started)) {
        throw changed(place);
      }
      noted.put(place, stamps);
    }
  }

  /**
   * The addresses at which another process finds the code, in the same order, and behind each copy the original for what
   * is no class.
   *
   * @throws IllegalStateException if the code has changed since it was first asked for
   */
  synchronized List<String> addresses(Collection<Path> places) {
    List<String> addresses = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        addresses.add(copies.computeIfAbsent(place, this::copy).toUri().toString());
      } else if (!noted.computeIfAbsent(place, Stamps::of).equals(Stamps.of(place))) {
        throw changed(place);
      }
      addresses.add(place.toUri().toString());
    }
    return addresses;
  }

  private Path copy(Path place) {
    Stamps before = noted.computeIfAbsent(place, Stamps::of);
    Path copy = scratch.resolve("classes" + copies.size());
    try {
      Files.createDirectories(copy);
      for (String file : before.files().keySet()) {
        Path target = copy.resolve(file);
        Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
        Files.copy(place.resolve(file), target);
      }
    } catch (java.nio.file.NoSuchFileException e) {
      throw changed(place);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the classes of " + place + " to " + copy, e);
    }
    if (!before.equals(Stamps.of(place))) {
      throw changed(place);
    }
    return copy;
  }

  private static IllegalStateException changed(Path place) {
    return new IllegalStateException("cannot run tasks in another process: "
        + place
        + " has changed since this program started, and a new process would run other code than"
        + " this one; start the program again");
  }
}
