package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Where instructions go, and what comes before them. */
final class Instructions {
  private Instructions() {}

  static boolean isReal(AbstractInsnNode instruction) {
    return instruction.getOpcode() > Opcodes.NOP;
  }

  /** The nearest real instruction before; null at the start. */
  static @Nullable AbstractInsnNode before(AbstractInsnNode instruction) {
    AbstractInsnNode each = instruction.getPrevious();
    while (each != null && !isReal(each)) {
      each = each.getPrevious();
    }
    return each;
  }

  static boolean isStore(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
  }

  static boolean isReturn(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  /** Whether the next instruction is never reached from this one directly. */
  static boolean ends(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode == Opcodes.RET
        || isReturn(instruction);
  }

  static List<LabelNode> jumps(AbstractInsnNode instruction) {
    if (instruction instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    List<LabelNode> labels = new ArrayList<>();
    if (instruction instanceof TableSwitchInsnNode table) {
      labels.addAll(table.labels);
      labels.add(table.dflt);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      labels.addAll(lookup.labels);
      labels.add(lookup.dflt);
    }
    return labels;
  }

  /** By instruction: whether a normal return can be reached from it. Exceptions are not followed. */
  static boolean[] canReturn(InsnList code) {
    boolean[] can = new boolean[code.size() + 1];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = code.size() - 1; i >= 0; i--) {
        if (!can[i] && canReturn(code, i, can)) {
          can[i] = true;
          changed = true;
        }
      }
    }
    return can;
  }

  private static boolean canReturn(InsnList code, int at, boolean[] can) {
    AbstractInsnNode instruction = code.get(at);
    if (isReturn(instruction) || !ends(instruction) && can[at + 1]) {
      return true;
    }
    return jumps(instruction).stream().anyMatch(label -> can[code.indexOf(label)]);
  }
}
