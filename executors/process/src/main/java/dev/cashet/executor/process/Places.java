package dev.cashet.executor.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directories and jars that a loader and its parents read classes from. */
final class Places {
  private Places() {}

  /** In search order, the parents' first; those that exist. */
  static Set<Path> of(ClassLoader loader) {
    Deque<ClassLoader> chain = new ArrayDeque<>();
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      chain.addFirst(each);
    }
    Set<Path> places = new LinkedHashSet<>();
    for (ClassLoader each : chain) {
      if (each == ClassLoader.getSystemClassLoader()) {
        split(System.getProperty("java.class.path"), places);
        Set<Path> modules = new LinkedHashSet<>();
        split(System.getProperty("jdk.module.path"), modules);
        modules.forEach(module -> addModules(module, places));
      } else if (each instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          add(url, places);
        }
      }
    }
    return places;
  }

  /** Where a class of this program comes from; nothing if it cannot be said by a path. */
  static Set<Path> of(Class<?> type) {
    Set<Path> places = new LinkedHashSet<>();
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source != null && source.getLocation() != null) {
      add(source.getLocation(), places);
    }
    return places;
  }

  /** A directory with a module of cashet's own, as its build makes it. */
  static boolean isOwnDirectory(Path place) {
    Path descriptor = place.resolve("module-info.class");
    if (!Files.exists(descriptor)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      return (ModuleDescriptor.read(in).name() + ".").startsWith("dev.cashet.");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + descriptor, e);
    }
  }

  private static void split(@Nullable String path, Set<Path> places) {
    if (path == null || path.isEmpty()) {
      return;
    }
    for (String entry : path.split(File.pathSeparator)) {
      add(Path.of(entry), places);
    }
  }

  private static void add(URL url, Set<Path> places) {
    if (url.getProtocol().equals("file")) {
      add(Path.of(URI.create(url.toString())), places);
    }
  }

  private static void add(Path place, Set<Path> places) {
    Path absolute = place.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      places.add(absolute);
    }
  }

  /** An entry of a module path: a module, or a directory of modules. */
  private static void addModules(Path entry, Set<Path> places) {
    if (Files.isRegularFile(entry) || Files.exists(entry.resolve("module-info.class"))) {
      places.add(entry);
      return;
    }
    try (Stream<Path> inside = Files.list(entry)) {
      List<Path> modules = inside
          .filter(path ->
              path.toString().endsWith(".jar") || Files.exists(path.resolve("module-info.class")))
          .sorted()
          .toList();
      places.addAll(modules);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the module path's directory " + entry, e);
    }
  }
}
