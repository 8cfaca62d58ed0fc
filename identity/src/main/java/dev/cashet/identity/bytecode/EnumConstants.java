package dev.cashet.identity.bytecode;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Enum constants as values. Having one initialises the enum, so it is done only for the platform's enums and where the
 * initialiser and the constructors provably do nothing but make the constants.
 */
final class EnumConstants {
  private static final Set<Integer> PLAIN = Set.of(
      Opcodes.DUP,
      Opcodes.POP,
      Opcodes.RETURN,
      Opcodes.ARETURN,
      Opcodes.ANEWARRAY,
      Opcodes.NEWARRAY,
      Opcodes.AASTORE,
      Opcodes.IASTORE,
      Opcodes.LASTORE,
      Opcodes.FASTORE,
      Opcodes.DASTORE,
      Opcodes.BASTORE,
      Opcodes.CASTORE,
      Opcodes.SASTORE,
      Opcodes.ALOAD,
      Opcodes.ILOAD,
      Opcodes.LLOAD,
      Opcodes.FLOAD,
      Opcodes.DLOAD,
      Opcodes.PUTFIELD);

  private final ClassLoader loader;
  private final String owner;

  private EnumConstants(ClassLoader loader, String owner) {
    this.loader = loader;
    this.owner = owner;
  }

  /** Whether the static field is an enum's constant that can be had without running anything. */
  static boolean mayBeRead(ClassLoader loader, FieldInsnNode field) {
    byte[] bytes = ClassFiles.read(loader, field.owner).orElse(null);
    if (bytes == null) {
      return false;
    }
    if (!ClassHeader.of(bytes).enumConstants().contains(field.name)) {
      return false;
    }
    boolean platform = Origin.of(loader, field.owner).kind() == Origin.Kind.PLATFORM;
    return platform || new EnumConstants(loader, field.owner).isPlain(bytes);
  }

  static Object read(Class<?> type, String name) throws NotACall {
    Object[] constants = type.getEnumConstants();
    if (constants != null) {
      for (Object each : constants) {
        if (((Enum<?>) each).name().equals(name)) {
          return each;
        }
      }
    }
    throw new NotACall("no constant " + name);
  }

  private boolean isPlain(byte[] bytes) {
    ClassNode type = new ClassNode();
    new ClassReader(bytes).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    // an initialised class initialises its interfaces that have default methods
    if (!type.interfaces.stream()
        .allMatch(each -> Origin.of(loader, each).kind() == Origin.Kind.PLATFORM)) {
      return false;
    }
    for (MethodNode method : type.methods) {
      boolean runs =
          method.name.startsWith("<") || method.name.equals("$values") && isSynthetic(method);
      if (runs && !isPlain(method)) {
        return false;
      }
    }
    return true;
  }

  private boolean isPlain(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      int opcode = each.getOpcode();
      if (opcode > Opcodes.LDC && !PLAIN.contains(opcode) && !isPlain(each)) {
        return false;
      }
    }
    return method.tryCatchBlocks.isEmpty();
  }

  private boolean isPlain(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.NEW -> isOwnOrBody(((TypeInsnNode) instruction).desc);
      case Opcodes.GETSTATIC, Opcodes.PUTSTATIC ->
        ((FieldInsnNode) instruction).owner.equals(owner);
      case Opcodes.INVOKESTATIC, Opcodes.INVOKESPECIAL -> isPlain((MethodInsnNode) instruction);
      default -> false;
    };
  }

  private boolean isPlain(MethodInsnNode call) {
    if (call.owner.equals("java/lang/Enum") && call.name.equals("<init>")) {
      return true;
    }
    if (Primitives.boxedBy(call.owner, call.name, call.desc) != null) {
      return true;
    }
    return isOwnOrBody(call.owner) && (call.name.equals("<init>") || call.name.equals("$values"));
  }

  /** The enum itself, or the class of a constant with a body: those only pass their arguments on. */
  private boolean isOwnOrBody(String type) {
    if (type.equals(owner)) {
      return true;
    }
    byte[] bytes = type.startsWith(owner + "$") ? ClassFiles.read(loader, type).orElse(null) : null;
    if (bytes == null) {
      return false;
    }
    ClassNode body = new ClassNode();
    new ClassReader(bytes).accept(body, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return owner.equals(body.superName)
        && body.interfaces.isEmpty()
        && body.methods.stream()
            .filter(each -> each.name.startsWith("<"))
            .allMatch(each -> each.name.equals("<init>") && isPlain(each));
  }

  private static boolean isSynthetic(MethodNode method) {
    return (method.access & Opcodes.ACC_SYNTHETIC) != 0;
  }
}
