package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    classes.forEach((name, each) ->
        user.put(name, new ClassInfo(each.header(), ClassInfo.Side.USER, "", each.bytes())));
    user.values().forEach(this::linkUp);
    this.hasShell = user.values().stream().anyMatch(ClassInfo::isShell);
  }

  private void linkUp(ClassInfo type) {
    String superName = type.header().superName();
    List<String> supers = new ArrayList<>(type.header().interfaces());
    if (superName != null) {
      supers.add(superName);
    }
    for (String each : supers) {
      ClassInfo info = user.get(each);
      if (info != null) {
        info.subtypes().add(type);
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

  boolean isUser(String name) {
    return user.containsKey(name);
  }

  Collection<ClassInfo> userClasses() {
    return Collections.unmodifiableCollection(user.values());
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
    byte[] bytes = ClassFiles.read(loader, name).orElse(null);
    if (bytes == null) {
      return Optional.empty();
    }
    ClassHeader header = ClassHeader.of(bytes);
    boolean own = name.startsWith("dev/cashet/") && ownPlaces.contains(origin.place());
    return Optional.of(
        switch (origin.kind()) {
          case PLATFORM, MISSING -> new ClassInfo(header, ClassInfo.Side.FIXED, "", null);
          case JAR ->
            own
                ? new ClassInfo(header, ClassInfo.Side.FIXED, "", null)
                : new ClassInfo(header, ClassInfo.Side.LIBRARY, origin.place(), null);
          case DIRECTORY, IMAGE, UNLISTED ->
            new ClassInfo(header, own ? ClassInfo.Side.FIXED : ClassInfo.Side.USER, "", bytes);
        });
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
