package dev.cashet.identity.bytecode;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;

/**
 * Finds the user's classes: every directory that the loader reads, the jar of the function itself, and what cannot be
 * listed (the source launcher's memory, a shell) as far as names lead. A program's classes are read once, so that what
 * is hashed is what was there when its first function came.
 */
final class Programs {
  // softly: a program holds its loader, which must not keep itself alive
  private final Map<ClassLoader, Map<String, SoftReference<Program>>> listed = new WeakHashMap<>();

  /**
   * The program that a function belongs to.
   *
   * @param home internal name of the class that made the function object
   * @param seeds internal names of the function's class and of classes of objects that it is given
   */
  synchronized Program of(ClassLoader loader, String home, Collection<String> seeds) {
    Origin origin = Origin.of(loader, home);
    boolean closed = origin.kind() == Origin.Kind.UNLISTED;
    if (closed) {
      return new Program(loader, reached(loader, origin, home, seeds));
    }
    boolean own = origin.kind() == Origin.Kind.JAR && !isCashet(origin, home);
    String key = own ? origin.place() + "!" + origin.prefix() : "";
    Map<String, SoftReference<Program>> ofLoader =
        listed.computeIfAbsent(loader, unused -> new HashMap<>());
    SoftReference<Program> kept = ofLoader.get(key);
    Program program = kept == null ? null : kept.get();
    if (program == null) {
      program = new Program(loader, classes(loader, own ? origin : Origin.MISSING, home));
      ofLoader.put(key, new SoftReference<>(program));
    }
    return program;
  }

  private static boolean isCashet(Origin origin, String root) {
    return root.startsWith("dev/cashet/") && Program.ownPlaces().contains(origin.place());
  }

  private static Map<String, UserClass> classes(ClassLoader loader, Origin own, String home) {
    Set<String> cashet = Program.ownPlaces();
    Map<String, UserClass> found = new HashMap<>();
    Class<?> type = Elements.load(home, loader).orElse(null);
    Set<Path> directories = new LinkedHashSet<>(ClassPlaces.directories(loader));
    if (type != null) {
      directories.addAll(ModulePlaces.directories(type));
    }
    for (Path each : directories) {
      ClassPlaces.eachInDirectory(each, add(found, cashet.contains(each.toString())));
    }
    if (own.kind() == Origin.Kind.JAR) {
      boolean isOwn = cashet.contains(own.place());
      ClassPlaces.eachInJar(Path.of(own.place()), own.prefix(), add(found, isOwn));
    }
    if (type != null) {
      ModulePlaces.eachInImage(type, add(found, true));
    }
    return found;
  }

  /** Takes classes, the first of a name; not cashet's own from where cashet lies. */
  private static BiConsumer<String, byte[]> add(Map<String, UserClass> found, boolean isCashets) {
    return (name, bytes) -> {
      if (!found.containsKey(name) && !(isCashets && name.startsWith("dev/cashet/"))) {
        found.put(name, UserClass.of(bytes));
      }
    };
  }

  /** What cannot be listed is found by name, from the function, its objects and the launcher's source file on. */
  private static Map<String, UserClass> reached(
      ClassLoader loader, Origin origin, String root, Collection<String> seeds) {
    Map<String, UserClass> found = new HashMap<>(classes(loader, Origin.MISSING, root));
    Deque<String> left = new ArrayDeque<>(seeds);
    left.add(root);
    left.addAll(LauncherSource.classNames(origin));
    Set<String> seen = new HashSet<>();
    while (!left.isEmpty()) {
      String name = left.remove();
      if (!seen.add(name) || name.startsWith("java/") || found.containsKey(name)) {
        continue;
      }
      if (Origin.of(loader, name).kind() == Origin.Kind.UNLISTED) {
        byte[] bytes = ClassFiles.read(loader, name).orElse(null);
        if (bytes != null) {
          found.put(name, UserClass.of(bytes));
          left.addAll(ConstantPool.classNames(bytes));
        }
      }
    }
    return found;
  }
}
