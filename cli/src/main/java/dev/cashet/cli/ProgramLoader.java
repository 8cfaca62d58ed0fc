package dev.cashet.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program's classes for reading, not for running. The program sees the Java platform and cashet itself, and nothing of
 * the command line's own libraries, which may be of other versions than the program's.
 */
final class ProgramLoader extends URLClassLoader {
  private static final String OWN = "dev.cashet.";
  private static final ClassLoader CASHET = ProgramLoader.class.getClassLoader();

  private ProgramLoader(URL[] places) {
    super("program", places, ClassLoader.getPlatformClassLoader());
  }

  /**
   * A class path as {@code java} takes it: directories and jars; {@code DIR/*} means all jars of a directory.
   *
   * @throws CommandFailure if a place does not exist
   */
  static ProgramLoader of(String classPath) {
    List<URL> places = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (entry.endsWith("*")) {
        jars(Path.of(entry.substring(0, entry.length() - 1))).forEach(jar -> places.add(url(jar)));
      } else {
        places.add(url(Path.of(entry)));
      }
    }
    return new ProgramLoader(places.toArray(URL[]::new));
  }

  private static List<Path> jars(Path directory) {
    exists(directory);
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private static URL url(Path place) {
    exists(place);
    try {
      return place.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file without an address: " + place, e);
    }
  }

  private static void exists(Path place) {
    if (!Files.exists(place)) {
      throw new CommandFailure("class path: there is no " + place);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(OWN)) {
      try {
        return CASHET.loadClass(name);
      } catch (ClassNotFoundException e) {
        // a program may have packages of that name, too
      }
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public URL getResource(String name) {
    URL own = name.startsWith(OWN.replace('.', '/')) ? CASHET.getResource(name) : null;
    return own == null ? super.getResource(name) : own;
  }
}
