package dev.cashet.program;

import dev.cashet.Cashet;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Versions of one program, each compiled into a directory of its own and loaded beside the others into this process. */
final class Versions implements AutoCloseable {
  private final Path folder;
  private final Map<String, String> files;
  private final List<URLClassLoader> loaders = new java.util.ArrayList<>();
  private int number;

  Versions(Path folder, Map<String, String> files) {
    this.folder = folder;
    this.files = files;
  }

  /** The program's class {@code app.Main} as it is. */
  Class<?> base() throws IOException {
    return load(files);
  }

  /** The same after replacing texts: what was, what shall be, and so on. */
  Class<?> edited(String... replaced) throws IOException {
    Map<String, String> edited = new java.util.LinkedHashMap<>(files);
    for (int i = 0; i < replaced.length; i += 2) {
      String from = replaced[i];
      String to = replaced[i + 1];
      if (edited.values().stream().noneMatch(text -> text.contains(from))) {
        throw new AssertionError("there is no " + from);
      }
      edited.replaceAll((name, text) -> text.replace(from, to));
    }
    return load(edited);
  }

  /** Calls one of the program's static methods that take a client. */
  static Object call(Class<?> program, String method, Cashet cashet)
      throws ReflectiveOperationException {
    var found = program.getDeclaredMethod(method, Cashet.class);
    found.setAccessible(true);
    return found.invoke(null, cashet);
  }

  private Class<?> load(Map<String, String> texts) throws IOException {
    Path version = Files.createDirectory(folder.resolve("v" + number++));
    Start.DIRECTORY.build(version, texts);
    URL classes = version.resolve("classes").toUri().toURL();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, Versions.class.getClassLoader());
    loaders.add(loader);
    try {
      return loader.loadClass("app.Main");
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader each : loaders) {
      each.close();
    }
  }
}
