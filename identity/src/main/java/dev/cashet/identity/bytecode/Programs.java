package dev.cashet.identity.bytecode;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user's classes: every directory that the loader reads, the jar of the function itself, and what cannot be
 * listed (the source launcher's memory, a shell) as far as names lead. A program's classes are read once, so that what
 * is hashed is what was there when its first function came.
 */
final class Programs {
  private final Map<ClassLoader, Map<String, Snapshot>> listed = new WeakHashMap<>();
  private @Nullable EarlyReading early;

  /** Begins to read what the loader's directories hold. */
  synchronized void prepare(ClassLoader loader) {
    if (early == null && !listed.containsKey(loader)) {
      early = EarlyReading.start(
          loader, () -> new Snapshot(classes(loader, Origin.MISSING, null), true));
    }
  }

  /**
   * The class files of the program that a function belongs to.
   *
   * @param home internal name of the class that made the function object
   * @param seeds internal names of the function's class and of classes of objects that it is given
   */
  synchronized Snapshot of(ClassLoader loader, String home, Collection<String> seeds) {
    Origin origin = Origin.of(loader, home);
    Class<?> type = Elements.load(home, loader).orElse(null);
    if (origin.kind() == Origin.Kind.UNLISTED) {
      return new Snapshot(reached(loader, origin, type, home, seeds), false);
    }
    boolean own = origin.kind() == Origin.Kind.JAR && !isCashet(origin, home);
    String key = own ? origin.place() + "!" + origin.prefix() : "";
    return listed
        .computeIfAbsent(loader, unused -> new HashMap<>())
        .computeIfAbsent(
            key,
            unused -> own
                ? new Snapshot(classes(loader, origin, type), true)
                : inDirectories(loader, type));
  }

  private Snapshot inDirectories(ClassLoader loader, @Nullable Class<?> home) {
    boolean isPlain =
        home != null && home.getClassLoader() == loader && !home.getModule().isNamed();
    return Optional.ofNullable(early)
        .filter(unused -> isPlain && loader == ClassLoader.getSystemClassLoader())
        .flatMap(EarlyReading::snapshot)
        .orElseGet(() -> new Snapshot(classes(loader, Origin.MISSING, home), true));
  }

  private static boolean isCashet(Origin origin, String root) {
    return root.startsWith("dev/cashet/") && Program.ownPlaces().contains(origin.place());
  }

  /** The classes in directories, in the function's own jar, and in the modules around its class. */
  private static Map<String, UserClass> classes(
      ClassLoader loader, Origin own, @Nullable Class<?> home) {
    Set<String> cashet = Program.ownPlaces();
    Map<String, UserClass> found = new HashMap<>();
    Set<Path> directories = new LinkedHashSet<>(ClassPlaces.directories(loader));
    if (home != null) {
      directories.addAll(ModulePlaces.directories(home));
    }
    for (Path each : directories) {
      ClassPlaces.eachInDirectory(each, files(add(found, cashet.contains(each.toString()))));
    }
    if (own.kind() == Origin.Kind.JAR) {
      boolean isOwn = cashet.contains(own.place());
      ClassPlaces.eachInJar(Path.of(own.place()), own.prefix(), files(add(found, isOwn)));
    }
    if (home != null) {
      ModulePlaces.eachInImage(home, files(add(found, true)));
    }
    return found;
  }

  private static BiConsumer<String, byte[]> files(BiConsumer<String, UserClass> out) {
    return (name, bytes) -> out.accept(name, UserClass.of(bytes));
  }

  /** Takes classes, the first of a name; not cashet's own from where cashet lies. */
  private static BiConsumer<String, UserClass> add(
      Map<String, UserClass> found, boolean isCashets) {
    return (name, file) -> {
      if (!(isCashets && name.startsWith("dev/cashet/"))) {
        found.putIfAbsent(name, file);
      }
    };
  }

  /** What cannot be listed is found by name, from the function, its objects and the launcher's source file on. */
  private static Map<String, UserClass> reached(
      ClassLoader loader,
      Origin origin,
      @Nullable Class<?> home,
      String root,
      Collection<String> seeds) {
    Map<String, UserClass> found = new HashMap<>(classes(loader, Origin.MISSING, home));
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
