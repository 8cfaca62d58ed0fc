package dev.cashet.identity.bytecode;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

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
   * @param root internal name of the function's class
   * @param seeds internal names of classes of objects that it is given
   */
  synchronized Program of(ClassLoader loader, String root, Collection<String> seeds) {
    Origin origin = Origin.of(loader, root);
    boolean closed = origin.kind() == Origin.Kind.UNLISTED;
    if (closed) {
      return new Program(loader, reached(loader, origin, root, seeds));
    }
    boolean own = origin.kind() == Origin.Kind.JAR && !isCashet(origin, root);
    String key = own ? origin.place() + "!" + origin.prefix() : "";
    Map<String, SoftReference<Program>> ofLoader =
        listed.computeIfAbsent(loader, unused -> new HashMap<>());
    SoftReference<Program> kept = ofLoader.get(key);
    Program program = kept == null ? null : kept.get();
    if (program == null) {
      program = new Program(loader, classes(loader, own ? origin : Origin.MISSING));
      ofLoader.put(key, new SoftReference<>(program));
    }
    return program;
  }

  private static boolean isCashet(Origin origin, String root) {
    return root.startsWith("dev/cashet/") && Program.ownPlaces().contains(origin.place());
  }

  private static Map<String, UserClass> classes(ClassLoader loader, Origin own) {
    Set<String> cashet = Program.ownPlaces();
    Map<String, UserClass> found = new HashMap<>();
    for (Path directory : ClassPlaces.directories(loader)) {
      boolean isOwn = cashet.contains(directory.toString());
      ClassPlaces.eachInDirectory(directory, (name, bytes) -> {
        if (!isOwn || !name.startsWith("dev/cashet/")) {
          found.computeIfAbsent(name, unused -> UserClass.of(bytes));
        }
      });
    }
    if (own.kind() == Origin.Kind.JAR) {
      boolean isOwn = cashet.contains(own.place());
      ClassPlaces.eachInJar(Path.of(own.place()), own.prefix(), (name, bytes) -> {
        if (!isOwn || !name.startsWith("dev/cashet/")) {
          found.computeIfAbsent(name, unused -> UserClass.of(bytes));
        }
      });
    }
    return found;
  }

  /** What cannot be listed is found by name, from the function, its objects and the launcher's source file on. */
  private static Map<String, UserClass> reached(
      ClassLoader loader, Origin origin, String root, Collection<String> seeds) {
    Map<String, UserClass> found = new HashMap<>(classes(loader, Origin.MISSING));
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
