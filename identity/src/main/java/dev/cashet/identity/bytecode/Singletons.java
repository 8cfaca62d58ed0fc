package dev.cashet.identity.bytecode;

import java.lang.reflect.Field;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Kotlin's objects and companions and Scala's modules as values. Having one initialises a class, so it is done only where
 * that provably makes the one object and does nothing else, and where the object has no state that would have to count.
 */
final class Singletons {
  private static final Set<Integer> PLAIN =
      Set.of(Opcodes.DUP, Opcodes.POP, Opcodes.RETURN, Opcodes.ALOAD, Opcodes.ACONST_NULL);

  private final String type;

  private Singletons(String type) {
    this.type = type;
  }

  /** Whether the static field is such an object's and can be read without running anything that shows. */
  static boolean mayBeRead(ClassLoader loader, FieldInsnNode field) {
    String type = Type.getType(field.desc).getInternalName();
    boolean own =
        type.equals(field.owner) && (field.name.equals("INSTANCE") || field.name.equals("MODULE$"));
    boolean companion = type.equals(field.owner + "$" + field.name);
    if (!own && !companion) {
      return false;
    }
    ClassNode object = read(loader, type);
    ClassNode holder = own ? object : read(loader, field.owner);
    return object != null
        && holder != null
        && new Singletons(type).isOne(object)
        && new Singletons(type).isMadePlainly(holder, object);
  }

  static Object read(Class<?> owner, String name) throws NotACall {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      Object value = field.get(null);
      if (value != null) {
        return value;
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // said below
    }
    throw new NotACall("the object " + name + " cannot be read");
  }

  /** Whether its objects have no state and can only be made in one way. */
  private boolean isOne(ClassNode object) {
    boolean stateless = object.fields.stream().allMatch(Singletons::isStatic);
    return stateless
        && "java/lang/Object".equals(object.superName)
        && object.interfaces.stream().allMatch(each -> each.startsWith("java/"))
        && (object.access & Opcodes.ACC_FINAL) != 0;
  }

  private static boolean isStatic(FieldNode field) {
    return (field.access & Opcodes.ACC_STATIC) != 0;
  }

  /** Whether the holder's initialiser and the object's constructors do nothing but make the object. */
  private boolean isMadePlainly(ClassNode holder, ClassNode object) {
    return holder.interfaces.stream().allMatch(each -> each.startsWith("java/"))
        && "java/lang/Object".equals(holder.superName)
        && holder.methods.stream()
            .filter(each -> each.name.equals("<clinit>"))
            .allMatch(this::isPlain)
        && object.methods.stream()
            .filter(each -> each.name.startsWith("<"))
            .allMatch(this::isPlain);
  }

  private boolean isPlain(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      int opcode = each.getOpcode();
      boolean known = opcode <= Opcodes.NOP
          || PLAIN.contains(opcode)
          || opcode == Opcodes.NEW && ((TypeInsnNode) each).desc.equals(type)
          || opcode == Opcodes.PUTSTATIC && ((FieldInsnNode) each).desc.equals("L" + type + ";")
          || opcode == Opcodes.INVOKESPECIAL && isConstructor((MethodInsnNode) each);
      if (!known) {
        return false;
      }
    }
    return method.tryCatchBlocks.isEmpty();
  }

  private boolean isConstructor(MethodInsnNode call) {
    return call.name.equals("<init>")
        && (call.owner.equals(type) || call.owner.equals("java/lang/Object"));
  }

  private static @Nullable ClassNode read(ClassLoader loader, String name) {
    byte[] bytes = ClassFiles.read(loader, name).orElse(null);
    if (bytes == null || Origin.of(loader, name).kind() == Origin.Kind.PLATFORM) {
      return null;
    }
    ClassNode type = new ClassNode();
    new ClassReader(bytes).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return type;
  }
}
