package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionIdentity;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one program: the user's, known before anything is asked so that every subtype is, and the others as
 * they are named. Safe for many threads.
 */
final class Program {
  private static final Map<String, Optional<ClassInfo>> PLATFORM = new ConcurrentHashMap<>();

  private final ClassLoader loader;
  private final Map<String, ClassInfo> user = new ConcurrentHashMap<>();
  private final Map<String, Optional<ClassInfo>> others = new ConcurrentHashMap<>();
  private final Map<Node, Linked> links = new ConcurrentHashMap<>();
  private final Set<String> ownPlaces;
  private final boolean hasShell;
  private volatile boolean hasStrays;
  private volatile @Nullable Map<String, Set<ClassInfo>> naming;
  private volatile @Nullable List<Lambdas.Made> lambdas;
  private final Statics statics = new Statics(this);
  private final Hierarchy hierarchy = new Hierarchy(this);

  /**
   * A program.
   *
   * @param loader sees all its classes
   * @param classes the user's, by internal name
   */
  Program(ClassLoader loader, Map<String, UserClass> classes) {
    this.loader = loader;
    this.ownPlaces = ownPlaces();
    boolean shell = false;
    for (Map.Entry<String, UserClass> each : classes.entrySet()) {
      ClassInfo type = ClassInfo.user(each.getKey(), each.getValue());
      user.put(each.getKey(), type);
      shell |= type.isShell();
    }
    this.hasShell = shell;
    for (Map.Entry<String, UserClass> each : classes.entrySet()) {
      ClassInfo type = user.get(each.getKey());
      for (String above : each.getValue().supertypes()) {
        ClassInfo info = user.get(above);
        if (info != null && type != null) {
          info.subtypes().add(type);
        }
      }
    }
  }

  ClassLoader loader() {
    return loader;
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Whether a shell's classes are among the user's. */
  boolean hasShell() {
    return hasShell;
  }

  /** Whether code of the user's was found that was not among the classes listed. */
  boolean hasStrays() {
    return hasStrays;
  }

  /** How many classes the user has. */
  int size() {
    return user.size();
  }

  boolean isUser(String name) {
    return user.containsKey(name);
  }

  Collection<ClassInfo> userClasses() {
    return Collections.unmodifiableCollection(user.values());
  }

  Statics statics() {
    return statics;
  }

  /** All lambdas and method references that the user's classes make, in the order of the classes' names. */
  List<Lambdas.Made> lambdas() {
    List<Lambdas.Made> known = lambdas;
    if (known == null) {
      known = user.values().stream()
          .sorted(Comparator.comparing(ClassInfo::name))
          .flatMap(each -> each.lambdas().stream())
          .toList();
      lambdas = known;
    }
    return known;
  }

  /** The class itself and all classes of the user's whose files name it: no others can touch its fields. */
  Collection<ClassInfo> naming(ClassInfo type) {
    Map<String, Set<ClassInfo>> known = naming;
    if (known == null) {
      known = new HashMap<>();
      for (ClassInfo each : user.values()) {
        for (String named : each.named()) {
          if (user.containsKey(named)) {
            known.computeIfAbsent(named, unused -> new LinkedHashSet<>()).add(each);
          }
        }
      }
      naming = known;
    }
    Set<ClassInfo> all = new LinkedHashSet<>(known.getOrDefault(type.name(), Set.of()));
    all.add(type);
    return all;
  }

  /** What a node consists of; the same for every function of the program. */
  Linked link(Node node) {
    Linked known = links.get(node);
    if (known == null) {
      known = Linker.link(this, node);
      links.put(node, known);
    }
    return known;
  }

  /** The form behind a node of code; null for others. */
  @Nullable
  Form form(Node node) {
    ClassInfo type = user.get(node.owner());
    if (type == null) {
      return null;
    }
    return switch (node.kind()) {
      case METHOD -> type.form().method(node.member());
      case FIELD -> type.form().field(node.member());
      case INITIALISER -> type.form().initialiser();
      default -> null;
    };
  }

  /** A class of the user's by internal name; null for others and what there is no class file of. */
  @Nullable
  ClassInfo user(String name) {
    if (name.startsWith("java/")) {
      return null;
    }
    ClassInfo type = find(name);
    return type == null || !type.isUser() ? null : type;
  }

  /** A class by internal name; null if there is no such class file. */
  @Nullable
  ClassInfo find(@Nullable String name) {
    if (name == null || name.startsWith("[")) {
      return null;
    }
    ClassInfo known = user.get(name);
    if (known != null) {
      return known;
    }
    if (name.startsWith("java/")) {
      return PLATFORM.computeIfAbsent(name, each -> read(each, Origin.PLATFORM)).orElse(null);
    }
    return others
        .computeIfAbsent(name, each -> read(each, Origin.of(loader, each)))
        .orElse(null);
  }

  private Optional<ClassInfo> read(String name, Origin origin) {
    boolean own = name.startsWith("dev/cashet/") && ownPlaces.contains(origin.place());
    return switch (origin.kind()) {
      case MISSING -> Optional.empty();
      case PLATFORM ->
        header(name).map(header -> ClassInfo.other(name, ClassInfo.Side.FIXED, "", () -> header));
      case JAR ->
        Optional.of(ClassInfo.other(
            name,
            own ? ClassInfo.Side.FIXED : ClassInfo.Side.LIBRARY,
            own ? "" : origin.place(),
            () -> header(name)
                .orElseThrow(() -> new IllegalStateException(
                    "class " + name + " was in " + origin.place() + " and is not any more"))));
      case DIRECTORY, IMAGE, UNLISTED ->
        ClassFiles.read(loader, name)
            .map(bytes -> own
                ? ClassInfo.other(name, ClassInfo.Side.FIXED, "", () -> ClassHeader.of(bytes))
                : stray(name, bytes));
    };
  }

  private ClassInfo stray(String name, byte[] bytes) {
    hasStrays = true;
    return ClassInfo.user(name, UserClass.of(bytes));
  }

  private Optional<ClassHeader> header(String name) {
    return ClassFiles.read(loader, name).map(ClassHeader::of);
  }

  /** Where cashet itself lies. */
  static Set<String> ownPlaces() {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> each : List.of(FunctionIdentity.class, Program.class)) {
      ClassLoader loader = each.getClassLoader();
      if (loader != null) {
        places.add(Origin.of(loader, each.getName().replace('.', '/')).place());
      }
    }
    return places;
  }
}
