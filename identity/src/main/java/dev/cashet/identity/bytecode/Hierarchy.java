package dev.cashet.identity.bytecode;

import dev.cashet.identity.bytecode.ClassInfo.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Look-ups along supertypes and subtypes (JVMS 5.4.3, 5.4.6). */
final class Hierarchy {
  /** Called by serialisation although private. */
  private static final Set<String> HOOKS = Set.of(
      "readObject(Ljava/io/ObjectInputStream;)V",
      "writeObject(Ljava/io/ObjectOutputStream;)V",
      "readObjectNoData()V",
      "readResolve()Ljava/lang/Object;",
      "writeReplace()Ljava/lang/Object;");

  private static final int HIDDEN = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

  private final Program program;
  private final Map<ClassInfo, Set<String>> selectors = new ConcurrentHashMap<>();

  Hierarchy(Program program) {
    this.program = program;
  }

  @Nullable
  ClassInfo superOf(ClassInfo type) {
    return program.find(type.header().superName());
  }

  List<ClassInfo> interfacesOf(ClassInfo type) {
    List<ClassInfo> found = new ArrayList<>();
    for (String each : type.header().interfaces()) {
      ClassInfo info = program.find(each);
      if (info != null) {
        found.add(info);
      }
    }
    return found;
  }

  /** The class itself and all its supertypes that can be read, classes first. */
  Set<ClassInfo> withSupertypes(ClassInfo type) {
    Set<ClassInfo> all = new LinkedHashSet<>();
    Deque<ClassInfo> left = new ArrayDeque<>();
    for (ClassInfo each = type; each != null; each = superOf(each)) {
      all.add(each);
      left.addAll(interfacesOf(each));
    }
    while (!left.isEmpty()) {
      ClassInfo each = left.remove();
      if (all.add(each)) {
        left.addAll(interfacesOf(each));
      }
    }
    return all;
  }

  boolean isSubtype(ClassInfo type, ClassInfo of) {
    return type == of || withSupertypes(type).contains(of);
  }

  /** The class itself and all its subtypes among the user's classes. */
  Collection<ClassInfo> withSubtypes(ClassInfo type) {
    Set<ClassInfo> all = new LinkedHashSet<>();
    Deque<ClassInfo> left = new ArrayDeque<>();
    left.add(type);
    while (!left.isEmpty()) {
      ClassInfo each = left.remove();
      if (all.add(each)) {
        left.addAll(each.subtypes());
      }
    }
    return all;
  }

  /** The method that a reference to {@code type.selector} resolves to. */
  @Nullable
  Selection resolve(ClassInfo type, String selector) {
    return type.selections
        .computeIfAbsent(selector, each -> Optional.ofNullable(look(type, each, 0)))
        .orElse(null);
  }

  /** The method that runs on an object of exactly this class. */
  @Nullable
  Selection dispatch(ClassInfo type, String selector) {
    Integer own = type.header().access(selector);
    return own != null && (own & HIDDEN) == 0
        ? new Selection(type, selector, own)
        : look(type, selector, HIDDEN);
  }

  /** Whether only classes of its package can override it. */
  static boolean isPackagePrivate(Selection method) {
    return !method.is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE);
  }

  private @Nullable Selection look(ClassInfo type, String selector, int excluded) {
    for (ClassInfo each = type; each != null; each = superOf(each)) {
      Integer access = each.header().access(selector);
      if (access != null && (access & excluded) == 0) {
        return new Selection(each, selector, access);
      }
    }
    Selection best = null;
    for (ClassInfo each : withSupertypes(type)) {
      Integer access = each.header().access(selector);
      if (each.header().isInterface() && access != null && (access & HIDDEN) == 0) {
        Selection found = new Selection(each, selector, access);
        best = best == null || isBetter(found, best) ? found : best;
      }
    }
    return best;
  }

  private boolean isBetter(Selection found, Selection than) {
    if (than.is(Opcodes.ACC_ABSTRACT) != found.is(Opcodes.ACC_ABSTRACT)) {
      return than.is(Opcodes.ACC_ABSTRACT);
    }
    return isSubtype(found.owner(), than.owner());
  }

  /** The class that declares a field (JVMS 5.4.3.2); null if none can be read. */
  @Nullable
  ClassInfo fieldOwner(ClassInfo type, String field) {
    if (type.header().fieldAccess(field) != null) {
      return type;
    }
    for (ClassInfo each : interfacesOf(type)) {
      ClassInfo found = fieldOwner(each, field);
      if (found != null) {
        return found;
      }
    }
    ClassInfo above = superOf(type);
    return above == null ? null : fieldOwner(above, field);
  }

  /** The user's methods that code outside can call back on objects of this class, by selector. */
  Collection<Selection> callbacks(ClassInfo type) {
    Set<String> outside = new HashSet<>();
    boolean unknown = false;
    Set<ClassInfo> supertypes = withSupertypes(type);
    for (ClassInfo each : supertypes) {
      unknown |= each.isUser() && hasMissingSupertype(each);
      if (!each.isUser()) {
        outside.addAll(selectors.computeIfAbsent(each, Hierarchy::overridable));
      }
    }
    Map<String, Selection> found = new TreeMap<>();
    for (ClassInfo each : supertypes) {
      if (each.isUser()) {
        for (Map.Entry<String, Integer> method : each.header().methods().entrySet()) {
          String selector = method.getKey();
          if ((method.getValue() & HIDDEN) == 0 && (unknown || outside.contains(selector))) {
            addUser(dispatch(type, selector), selector, found);
          } else if (HOOKS.contains(selector)) {
            Selection hook = new Selection(each, selector, method.getValue());
            addUser(hook, selector + each.canonicalName(), found);
          }
        }
      }
    }
    return found.values();
  }

  private static void addUser(
      @Nullable Selection method, String key, Map<String, Selection> found) {
    if (method != null
        && method.owner().isUser()
        && !method.is(Opcodes.ACC_ABSTRACT)
        && !method.selector().startsWith("<")) {
      found.put(key, method);
    }
  }

  private boolean hasMissingSupertype(ClassInfo type) {
    String above = type.header().superName();
    return above != null && program.find(above) == null
        || type.header().interfaces().stream().anyMatch(each -> program.find(each) == null);
  }

  private static Set<String> overridable(ClassInfo type) {
    Set<String> all = new HashSet<>();
    type.header().methods().forEach((selector, access) -> {
      if ((access & (HIDDEN | Opcodes.ACC_FINAL)) == 0 && !selector.startsWith("<")) {
        all.add(selector);
      }
    });
    return all;
  }
}
