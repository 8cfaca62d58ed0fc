package dev.cashet.identity.bytecode;

import dev.cashet.Fn0;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Precision;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import dev.cashet.model.Invocation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Sources compiled into a directory, and the identity of the function that their class {@code app.Main} makes. */
final class Compiled {
  private static final String CORE = Path.of(java.net.URI.create(
          Fn0.class.getProtectionDomain().getCodeSource().getLocation().toString()))
      .toString();

  private final Path directory;
  private final List<Path> libraries = new ArrayList<>();

  private Compiled(Path directory) {
    this.directory = directory;
  }

  /** Compiles files by name; {@code Main.java} has {@code static Fn0<?> function()}. */
  static Compiled of(Path work, Map<String, String> files, String... options) {
    return of(work, List.of(), files, options);
  }

  static Compiled of(
      Path work, List<Path> libraries, Map<String, String> files, String... options) {
    try {
      Path sources = Files.createTempDirectory(work, "src");
      Path classes = Files.createTempDirectory(work, "classes");
      List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-nowarn", "-cp"));
      StringBuilder path = new StringBuilder(CORE);
      libraries.forEach(each -> path.append(java.io.File.pathSeparator).append(each));
      arguments.add(path.toString());
      arguments.addAll(List.of(options));
      for (Map.Entry<String, String> each : files.entrySet()) {
        Path file = sources.resolve(each.getKey());
        Files.writeString(file, each.getValue());
        arguments.add(file.toString());
      }
      StringWriter errors = new StringWriter();
      PrintWriter printer = new PrintWriter(errors);
      int code = ToolProvider.findFirst("javac")
          .orElseThrow()
          .run(printer, printer, arguments.toArray(new String[0]));
      if (code != 0) {
        throw new IllegalArgumentException(errors.toString());
      }
      Compiled compiled = new Compiled(classes);
      compiled.libraries.addAll(libraries);
      return compiled;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
  }

  /** The classes as a jar beside the directory. */
  Path jar() throws IOException {
    Path jar = directory.resolveSibling(directory.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        JarEntry entry = new JarEntry(directory.relativize(file).toString().replace('\\', '/'));
        entry.setTime(0);
        entries.putNextEntry(entry);
        entries.write(Files.readAllBytes(file));
        entries.closeEntry();
      }
    }
    return jar;
  }

  Digest digest() {
    return key().digest();
  }

  FunctionKey key(String... dependsOn) {
    return key(directory, dependsOn);
  }

  /** The identity with another rule for calls. */
  Digest digest(Precision precision) {
    return key(directory, precision).digest();
  }

  FunctionKey key(Path place, String... dependsOn) {
    return key(place, Precision.EVERY_CLASS, dependsOn);
  }

  private FunctionKey key(Path place, Precision precision, String... dependsOn) {
    List<URL> places = new ArrayList<>();
    try {
      places.add(place.toUri().toURL());
      for (Path each : libraries) {
        places.add(each.toUri().toURL());
      }
      ClassLoader loader =
          new URLClassLoader(places.toArray(new URL[0]), Compiled.class.getClassLoader());
      BytecodeIdentity identity = new BytecodeIdentity();
      Target target = target(identity, loader);
      Collection<Class<?>> instances = target.arguments().stream()
          .filter(each -> each.value() != null && !identity.isFunction(each.value()))
          .<Class<?>>map(each -> each.value().getClass())
          .toList();
      List<Class<?>> named = new ArrayList<>();
      for (String each : dependsOn) {
        named.add(Class.forName(each, false, loader));
      }
      return identity.identify(target, instances, new FunctionIdentity.Scope(named, precision));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Target target() {
    try {
      URL[] places = {directory.toUri().toURL()};
      return target(
          new BytecodeIdentity(), new URLClassLoader(places, Compiled.class.getClassLoader()));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Target target(BytecodeIdentity identity, ClassLoader loader)
      throws ReflectiveOperationException {
    Method method = Class.forName("app.Main", true, loader).getDeclaredMethod("function");
    method.setAccessible(true);
    Fn0<?> function = (Fn0<?>) method.invoke(null);
    return identity.resolve(new Invocation(function, List.of(), function::call));
  }
}
