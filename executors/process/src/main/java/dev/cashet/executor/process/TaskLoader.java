package dev.cashet.executor.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * In the other process: the classes of a program. Java's own and cashet's are the process's; all others are this
 * loader's, from where they lie or from the program's memory, so that the classes of a library and the user's see each
 * other as they do in the program.
 */
final class TaskLoader extends URLClassLoader {
  private static final String OWN = "dev.cashet.";
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  static {
    registerAsParallelCapable();
  }

  private final boolean inMemory;
  private final Classes classes;
  private final Map<String, Optional<Classes.Given>> given = new ConcurrentHashMap<>();

  private TaskLoader(URL[] places, boolean inMemory, Classes classes) {
    super("tasks", places, ClassLoader.getSystemClassLoader());
    this.inMemory = inMemory;
    this.classes = classes;
  }

  static TaskLoader of(Errand.Program program, Classes classes) {
    List<String> places = program.places();
    URL[] urls = places.stream().map(TaskLoader::url).toArray(URL[]::new);
    return new TaskLoader(urls, program.inMemory(), classes);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      Class<?> found = fromProcess(name);
      return found != null ? found : findClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (inMemory) {
      Class<?> made = fromMemory(name);
      return made != null ? made : super.findClass(name);
    }
    try {
      return super.findClass(name);
    } catch (ClassNotFoundException e) {
      Class<?> made = fromMemory(name);
      if (made == null) {
        throw e;
      }
      return made;
    }
  }

  /** Class files count where a task submits tasks: their code is part of the key. */
  @Override
  public @Nullable URL findResource(String name) {
    URL found = inMemory ? null : super.findResource(name);
    if (found == null && name.endsWith(".class")) {
      String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
      found = given(type).map(each -> url(name, each.bytes())).orElse(null);
    }
    return found != null || !inMemory ? found : super.findResource(name);
  }

  private @Nullable Class<?> fromProcess(String name) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      return PLATFORM.loadClass(name);
    }
    try {
      return (name.startsWith(OWN) ? getParent() : PLATFORM).loadClass(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private @Nullable Class<?> fromMemory(String name) {
    Optional<Classes.Given> found = given(name);
    if (found.isEmpty()) {
      return null;
    }
    byte[] bytes = found.get().bytes();
    Class<?> type = defineClass(name, bytes, 0, bytes.length);
    setVariables(type, found.get());
    return type;
  }

  private Optional<Classes.Given> given(String name) {
    // Not computeIfAbsent: to set a shell's variables loads further classes.
    Optional<Classes.Given> known = given.get(name);
    if (known == null) {
      known = classes.ask(name);
      given.put(name, known);
    }
    return known;
  }

  /** A shell has run its snippets already; here they have not run, and never will. */
  private void setVariables(Class<?> type, Classes.Given given) {
    if (!given.refusal().isEmpty()) {
      throw new IllegalStateException(given.refusal());
    }
    if (given.variables().length == 0) {
      return;
    }
    try {
      Map<?, ?> values =
          (Map<?, ?>) Objects.requireNonNull(CallReader.read(given.variables(), this));
      for (Map.Entry<?, ?> each : values.entrySet()) {
        Field field = type.getDeclaredField((String) each.getKey());
        field.setAccessible(true);
        field.set(null, each.getValue());
      }
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("cannot set the variables of " + type.getName(), e);
    }
  }

  private static URL url(String address) {
    try {
      return URI.create(address).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("no address of a place of classes: " + address, e);
    }
  }

  private static URL url(String name, byte[] bytes) {
    try {
      return new URL("cashet-memory", "", -1, "/" + name, new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) {
          return new URLConnection(url) {
            @Override
            public void connect() {}

            @Override
            public InputStream getInputStream() {
              return new ByteArrayInputStream(bytes);
            }
          };
        }
      });
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
