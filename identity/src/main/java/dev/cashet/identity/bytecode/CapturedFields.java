package dev.cashet.identity.bytecode;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The values that an object of an anonymous or local class holds, instead of the object with its numbered name. */
final class CapturedFields {
  private CapturedFields() {}

  /**
   * The fields in a fixed order; the enclosing object only where the code reads it. Null if the class has a name of its
   * own, or if its fields cannot be read, so that the object itself must be the argument.
   */
  static @Nullable List<Field> of(Class<?> type) {
    if (!type.isAnonymousClass() && !type.isLocalClass() || type.isRecord() || type.isEnum()) {
      return null;
    }
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return null;
    }
    List<Field> fields = new ArrayList<>();
    try {
      for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
        byte[] bytes = ClassFiles.read(loader, Type.getInternalName(each)).orElse(null);
        if (bytes == null) {
          return null;
        }
        fields.addAll(declared(each, ClassHeader.of(bytes), loader));
      }
      return fields;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static List<Field> declared(Class<?> type, ClassHeader header, ClassLoader loader) {
    List<Field> found = new ArrayList<>();
    for (Field each : type.getDeclaredFields()) {
      if (!Modifier.isStatic(each.getModifiers()) && !isUnread(each, type, loader)) {
        each.setAccessible(true);
        found.add(each);
      }
    }
    // captured variables have the names of locals: their order in the file counts, not their names
    found.sort(Comparator.comparing(each -> header.capturedName(each.getName())));
    return found;
  }

  private static boolean isUnread(Field field, Class<?> type, ClassLoader loader) {
    return field.isSynthetic()
        && field.getName().startsWith("this$")
        && !isRead(Type.getInternalName(type), field.getName(), loader);
  }

  /** Whether the class, or a class inside it, reads the field. */
  private static boolean isRead(String owner, String field, ClassLoader loader) {
    Deque<String> left = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    left.add(owner);
    while (!left.isEmpty()) {
      String name = left.remove();
      if (!name.startsWith(owner) || !seen.add(name)) {
        continue;
      }
      byte[] bytes = ClassFiles.read(loader, name).orElse(null);
      if (bytes == null || reads(bytes, owner, field)) {
        return true;
      }
      left.addAll(ConstantPool.classNames(bytes));
    }
    return false;
  }

  private static boolean reads(byte[] bytes, String owner, String field) {
    ClassNode type = new ClassNode();
    new ClassReader(bytes).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode each : method.instructions) {
        if (each.getOpcode() == Opcodes.GETFIELD
            && each instanceof FieldInsnNode read
            && read.owner.equals(owner)
            && read.name.equals(field)) {
          return true;
        }
      }
    }
    return false;
  }
}
