package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The canonical forms of a class file: they depend on its bytes alone and are kept by their digest. Each is made when it is
 * asked for, since a function reaches few methods of most classes. Safe for many threads.
 */
final class ClassForm {
  private static final Map<Digest, SoftReference<ClassForm>> KEPT = new ConcurrentHashMap<>();

  private final UserClass file;
  private final Map<String, Optional<Form>> methods = new HashMap<>();
  // weakly: it is many times larger than the file, and many forms of one class are asked for at
  // about one time
  private WeakReference<ClassNode> tree = new WeakReference<>(null);
  private @Nullable Form shape;
  private @Nullable Initialiser initialiser;
  private @Nullable Map<String, Map<Integer, String>> switchTables;

  /** The static initialiser: what computes a field each, and what runs whenever the class is initialised. */
  private record Initialiser(
      Map<String, Form> fields, @Nullable Form rest) {}

  private ClassForm(UserClass file) {
    this.file = file;
  }

  static ClassForm of(UserClass file) {
    Digest digest = file.digest();
    SoftReference<ClassForm> kept = KEPT.get(digest);
    ClassForm form = kept == null ? null : kept.get();
    if (form == null) {
      form = new ClassForm(file);
      KEPT.put(digest, new SoftReference<>(form));
    }
    return form;
  }

  /** A declared method by name and descriptor; null for a static initialiser, which is in parts. */
  synchronized @Nullable Form method(String selector) {
    Optional<Form> known = methods.get(selector);
    if (known == null) {
      ClassNode type = tree();
      MethodNode method = selector.startsWith("<clinit>") ? null : method(type, selector);
      known =
          method == null ? Optional.empty() : Optional.of(MethodEncoder.method(type.name, method));
      methods.put(selector, known);
    }
    return known.orElse(null);
  }

  synchronized Form shape() {
    Form known = shape;
    if (known == null) {
      known = ShapeEncoder.shape(tree());
      shape = known;
    }
    return known;
  }

  /** The part of the initialiser that computes just this field; null if it is not a part of its own. */
  @Nullable
  Form field(String field) {
    return parts().fields().get(field);
  }

  /** Fields whose computation is a part of its own. */
  Set<String> fieldNames() {
    return parts().fields().keySet();
  }

  /** What runs whenever the class is initialised; null if nothing does. */
  @Nullable
  Form initialiser() {
    return parts().rest();
  }

  private synchronized Initialiser parts() {
    Initialiser known = initialiser;
    if (known == null) {
      ClassNode type = tree();
      MethodNode method = method(type, "<clinit>()V");
      if (method == null) {
        known = new Initialiser(Map.of(), null);
      } else {
        InitialiserSlices slices = InitialiserSlices.of(type.name, method);
        known = new Initialiser(slices.fields(), slices.rest());
      }
      initialiser = known;
    }
    return known;
  }

  /** The constant's name for each number of a switch table; empty if there is no such table. */
  synchronized Map<Integer, String> switchTable(String name) {
    Map<String, Map<Integer, String>> known = switchTables;
    if (known == null) {
      known = EnumSwitches.tables(tree());
      switchTables = known;
    }
    return known.getOrDefault(name, Map.of());
  }

  private ClassNode tree() {
    ClassNode known = tree.get();
    if (known == null) {
      known = new ClassNode();
      new ClassReader(file.bytes()).accept(known, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      tree = new WeakReference<>(known);
    }
    return known;
  }

  private static @Nullable MethodNode method(ClassNode type, String selector) {
    for (MethodNode each : type.methods) {
      if (selector.startsWith(each.name) && selector.equals(each.name + each.desc)) {
        return each;
      }
    }
    return null;
  }
}
