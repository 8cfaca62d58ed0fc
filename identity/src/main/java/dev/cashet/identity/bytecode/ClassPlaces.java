package dev.cashet.identity.bytecode;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Lists the class files of a directory or a jar, and the directories that a loader reads. */
final class ClassPlaces {
  private static final String SUFFIX = ".class";

  private ClassPlaces() {}

  /** Every directory that the loader or its parents read class files from, in search order. */
  static List<Path> directories(ClassLoader loader) {
    List<Path> found = new ArrayList<>();
    try {
      Enumeration<URL> roots = loader.getResources("");
      while (roots.hasMoreElements()) {
        URL root = roots.nextElement();
        if (root.getProtocol().equals("file")) {
          Path path = Path.of(URI.create(root.toString()));
          if (Files.isDirectory(path) && !found.contains(path)) {
            found.add(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the class path's directories", e);
    }
    return found;
  }

  /** Hands over the internal name and bytes of every class under a directory, sorted by name. */
  static void eachInDirectory(Path directory, BiConsumer<String, byte[]> out) {
    try {
      walk(directory.toFile(), "", out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of " + directory, e);
    }
  }

  private static void walk(File folder, String prefix, BiConsumer<String, byte[]> out)
      throws IOException {
    String[] names = folder.list();
    if (names == null) {
      throw new IOException("cannot list " + folder);
    }
    Arrays.sort(names);
    for (String name : names) {
      File file = new File(folder, name);
      if (isClass(name)) {
        try (FileInputStream in = new FileInputStream(file)) {
          out.accept(internalName(prefix + name), in.readAllBytes());
        }
      } else if (file.isDirectory() && !leadsBack(file, folder)) {
        walk(file, prefix + name + "/", out);
      }
    }
  }

  /** Whether a link leads to a folder around it. */
  private static boolean leadsBack(File link, File folder) throws IOException {
    return Files.isSymbolicLink(link.toPath())
        && folder.toPath().toRealPath().startsWith(link.toPath().toRealPath());
  }

  /** The same for a jar: as this platform's version sees it, only below {@code prefix}. */
  static void eachInJar(Path jar, String prefix, BiConsumer<String, byte[]> out) {
    try (JarFile file = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
      List<JarEntry> entries = file.versionedStream()
          .filter(entry -> entry.getName().startsWith(prefix) && isClass(entry.getName()))
          .filter(entry -> !entry.getName().startsWith("META-INF/"))
          .toList();
      for (JarEntry entry : entries) {
        byte[] bytes = file.getInputStream(entry).readAllBytes();
        out.accept(internalName(entry.getName().substring(prefix.length())), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of " + jar, e);
    }
  }

  private static boolean isClass(String file) {
    return file.endsWith(SUFFIX) && !file.endsWith("module-info.class");
  }

  private static String internalName(String file) {
    return file.substring(0, file.length() - SUFFIX.length()).replace('\\', '/');
  }
}
