package dev.cashet.identity.bytecode;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** The constant that an instruction pushes, one form for each value whatever the instruction. */
final class Constants {
  private Constants() {}

  /** A boxed primitive, a string or an ASM type; null for the null constant and for everything else. */
  static @Nullable Object of(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return opcode - Opcodes.ICONST_0;
    }
    if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
      return (long) (opcode - Opcodes.LCONST_0);
    }
    if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
      return (float) (opcode - Opcodes.FCONST_0);
    }
    if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
      return (double) (opcode - Opcodes.DCONST_0);
    }
    if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      return ((IntInsnNode) instruction).operand;
    }
    if (instruction instanceof LdcInsnNode constant) {
      Object value = constant.cst;
      boolean type = value instanceof org.objectweb.asm.Type each
          && each.getSort() != org.objectweb.asm.Type.METHOD;
      return type || value instanceof Number || value instanceof String ? value : null;
    }
    return null;
  }
}
