package dev.cashet.bench;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.model.Digest;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyTree;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.jar.JarFile;

/**
 * How much of a library an update really changes: of sampled public methods, taken as functions of the user's, the share
 * whose identity differs between two releases, beside a digest of the whole jar, which changes for all or none. Arguments:
 * two jars, then how many methods and the seed of the sample.
 */
public final class ReleaseShare {
  private final FunctionIdentity identity =
      ServiceLoader.load(FunctionIdentity.class).findFirst().orElseThrow();
  private int changed;
  private int changedThemselves;
  private int same;

  private ReleaseShare() {}

  /** Prints one line. */
  public static void main(String[] arguments) throws IOException {
    Path before = Path.of(arguments[0]);
    Path after = Path.of(arguments[1]);
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
    new ReleaseShare().run(before, after, count, seed);
  }

  private void run(Path before, Path after, int count, long seed) throws IOException {
    long started = System.nanoTime();
    try (URLClassLoader old = loader(before);
        URLClassLoader now = loader(after)) {
      List<Method> methods = methods(before, old);
      Collections.shuffle(methods, new Random(seed));
      for (Method method : methods) {
        if (changed + same < count) {
          counterpart(method, now, method, old);
        }
      }
    }
    boolean jar =
        !Digest.sha256(Files.readAllBytes(before)).equals(Digest.sha256(Files.readAllBytes(after)));
    int all = changed + same;
    System.out.printf(
        Locale.ROOT,
        "%s -> %s: %d of %d methods changed (%.1f %%), %d of them themselves; by the jar's digest %d %%;"
            + " seed %d, %.1f s%n",
        before.getFileName(),
        after.getFileName(),
        changed,
        all,
        100.0 * changed / all,
        changedThemselves,
        jar ? 100 : 0,
        seed,
        (System.nanoTime() - started) / 1e9);
  }

  /** Counts the method if the other release has it too. */
  private void counterpart(Method method, ClassLoader now, Executable was, ClassLoader old) {
    FunctionRecord after;
    FunctionRecord before;
    try {
      String owner = method.getDeclaringClass().getName();
      Class<?> type = Class.forName(owner, false, now);
      Class<?>[] parameters = method.getParameterTypes();
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = parameters[i].isPrimitive()
            ? parameters[i]
            : Class.forName(parameters[i].getName(), false, now);
      }
      after = record(type.getDeclaredMethod(method.getName(), parameters), now);
      before = record(was, old);
    } catch (ReflectiveOperationException | LinkageError e) {
      return;
    }
    if (before.digest().equals(after.digest())) {
      same++;
      return;
    }
    changed++;
    changedThemselves += own(before).equals(own(after)) ? 0 : 1;
  }

  private FunctionRecord record(Executable code, ClassLoader loader) {
    return identity
        .identify(identity.resolve(code, loader), List.of(), List.of())
        .record();
  }

  /** Digests of the methods that the function runs directly: its own code. */
  private static List<Digest> own(FunctionRecord record) {
    List<Digest> digests = new ArrayList<>();
    for (int use : record.key().root().uses()) {
      KeyTree.Part part = record.key().parts().get(use);
      if (part.kind() == KeyTree.Kind.METHOD) {
        digests.add(part.digest());
      }
    }
    return digests;
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  /** Public methods with code of public classes, in the order of the jar. */
  private static List<Method> methods(Path jar, ClassLoader loader) throws IOException {
    List<Method> found = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> names = file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .filter(name -> !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
      for (String name : names) {
        add(name, loader, found);
      }
    }
    return found;
  }

  private static void add(String name, ClassLoader loader, List<Method> found) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (!Modifier.isPublic(type.getModifiers())) {
        return;
      }
      List<Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
      // the platform lists them in any order
      methods.sort(java.util.Comparator.comparing(Method::toString));
      for (Method each : methods) {
        int access = each.getModifiers();
        if (Modifier.isPublic(access) && !Modifier.isAbstract(access) && !each.isSynthetic()) {
          found.add(each);
        }
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // needs an optional library
    }
  }
}
