package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class file without its code: supertypes and members, and how it got its name. */
final class ClassHeader {
  private String name = "";
  private int access;
  private @Nullable String superName;
  private List<String> interfaces = List.of();
  private boolean generatedName;
  private @Nullable String simpleName;
  private final Map<String, Integer> methods = new LinkedHashMap<>();
  private final Map<String, Integer> fields = new HashMap<>();
  private final Map<String, Object> constants = new HashMap<>();
  private final List<String> enumConstants = new ArrayList<>();
  private final List<String> captured = new ArrayList<>();

  private ClassHeader() {}

  static ClassHeader of(byte[] classFile) {
    ClassHeader header = new ClassHeader();
    new ClassReader(classFile)
        .accept(
            header.new Reader(),
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return header;
  }

  String name() {
    return name;
  }

  int access() {
    return access;
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  boolean isInterface() {
    return is(Opcodes.ACC_INTERFACE);
  }

  /** Whether objects of exactly this class can exist. */
  boolean isConcrete() {
    return !is(Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT);
  }

  @Nullable
  String superName() {
    return superName;
  }

  List<String> interfaces() {
    return interfaces;
  }

  /** Whether the compiler made the name up: anonymous, local and synthetic classes. */
  boolean hasGeneratedName() {
    return generatedName;
  }

  /** The simple name of a member or local class. */
  @Nullable
  String simpleName() {
    return simpleName;
  }

  /** Access flags by name and descriptor, in the order of the file. */
  Map<String, Integer> methods() {
    return methods;
  }

  /** Access flags of a declared method by name and descriptor; null if there is none. */
  @Nullable
  Integer access(String selector) {
    return methods.get(selector);
  }

  /** Access flags of a declared field by {@code name:descriptor}; null if there is none. */
  @Nullable
  Integer fieldAccess(String field) {
    return fields.get(field);
  }

  /** Descriptors of the fields that objects have. */
  List<String> instanceFields() {
    List<String> found = new ArrayList<>();
    fields.forEach((field, flags) -> {
      if ((flags & Opcodes.ACC_STATIC) == 0) {
        found.add(field.substring(field.indexOf(':') + 1));
      }
    });
    return found;
  }

  /** The constant that a static field has without any code; null if none. */
  @Nullable
  Object constant(String field) {
    return constants.get(field);
  }

  /** The name of a captured variable's field without the name of the local. */
  String capturedName(String field) {
    int index = captured.indexOf(field);
    return index < 0 ? field : "val#" + index;
  }

  /** Names of an enum's constants by ordinal. */
  List<String> enumConstants() {
    return enumConstants;
  }

  private final class Reader extends ClassVisitor {
    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int flags,
        String className,
        @Nullable String signature,
        @Nullable String superClass,
        String @Nullable [] implemented) {
      name = className;
      access = flags;
      superName = superClass;
      interfaces = implemented == null ? List.of() : List.of(implemented);
      generatedName = (flags & Opcodes.ACC_SYNTHETIC) != 0;
    }

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {
      generatedName = true;
    }

    @Override
    public void visitInnerClass(
        String inner, @Nullable String outer, @Nullable String simple, int flags) {
      if (inner.equals(name)) {
        simpleName = simple;
        generatedName |= outer == null;
      }
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int flags,
        String field,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      fields.put(field + ":" + descriptor, flags);
      if (value != null) {
        constants.put(field + ":" + descriptor, value);
      }
      if (field.startsWith("val$") && (flags & Opcodes.ACC_SYNTHETIC) != 0) {
        captured.add(field);
      }
      if ((flags & Opcodes.ACC_ENUM) != 0) {
        enumConstants.add(field);
      }
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int flags,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      methods.put(method + descriptor, flags);
      return null;
    }
  }
}
