package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The canonical forms of a class file: they depend on its bytes alone and are kept by their digest. */
final class ClassForm {
  private static final Map<Digest, SoftReference<ClassForm>> KEPT = new ConcurrentHashMap<>();

  private final Map<String, Form> methods = new HashMap<>();
  private final Form shape;
  private final Map<String, Form> fields;
  private final @Nullable Form initialiser;
  private final Map<String, Map<Integer, String>> switchTables;

  private ClassForm(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Map<String, Form> parts = Map.of();
    Form rest = null;
    for (MethodNode method : type.methods) {
      if (method.name.equals("<clinit>")) {
        InitialiserSlices slices = InitialiserSlices.of(type.name, method);
        parts = slices.fields();
        rest = slices.rest();
      } else {
        methods.put(method.name + method.desc, MethodEncoder.method(type.name, method));
      }
    }
    this.shape = ShapeEncoder.shape(type);
    this.fields = parts;
    this.initialiser = rest;
    this.switchTables = EnumSwitches.tables(type);
  }

  static ClassForm of(byte[] classFile) {
    Digest digest = Digest.sha256(classFile);
    SoftReference<ClassForm> kept = KEPT.get(digest);
    ClassForm form = kept == null ? null : kept.get();
    if (form == null) {
      form = new ClassForm(classFile);
      KEPT.put(digest, new SoftReference<>(form));
    }
    return form;
  }

  /** A declared method by name and descriptor. */
  @Nullable
  Form method(String selector) {
    return methods.get(selector);
  }

  Form shape() {
    return shape;
  }

  /** The part of the initialiser that computes just this field; null if it is not a part of its own. */
  @Nullable
  Form field(String field) {
    return fields.get(field);
  }

  /** Fields whose computation is a part of its own. */
  java.util.Set<String> fieldNames() {
    return fields.keySet();
  }

  /** What runs whenever the class is initialised; null if nothing does. */
  @Nullable
  Form initialiser() {
    return initialiser;
  }

  /** The constant's name for each number of a switch table; empty if there is no such table. */
  Map<Integer, String> switchTable(String name) {
    return switchTables.getOrDefault(name, Map.of());
  }
}
