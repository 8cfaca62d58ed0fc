package dev.cashet.identity.bytecode;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Constants stored into variables that are never loaded: javac stores the constant of a final local with {@code -g} and
 * leaves it out without. Found by liveness of slots, backwards; exceptions may happen anywhere in a protected range.
 */
final class DeadStores {
  private final MethodNode method;
  private final InsnList code;
  private final BitSet[] live;

  private DeadStores(MethodNode method) {
    this.method = method;
    this.code = method.instructions;
    this.live = new BitSet[code.size() + 1];
    for (int i = 0; i <= code.size(); i++) {
      live[i] = new BitSet();
    }
  }

  /** Adds the constant and the store of each to {@code dropped}. */
  static void find(MethodNode method, Set<AbstractInsnNode> dropped) {
    for (AbstractInsnNode each : method.instructions) {
      if (Instructions.isStore(each) && isConstant(before(each))) {
        new DeadStores(method).collect(dropped);
        return;
      }
    }
  }

  private void collect(Set<AbstractInsnNode> dropped) {
    solve();
    for (int i = 0; i < code.size(); i++) {
      AbstractInsnNode store = code.get(i);
      if (!(store instanceof VarInsnNode variable) || !Instructions.isStore(store)) {
        continue;
      }
      AbstractInsnNode constant = before(store);
      if (constant != null
          && isConstant(constant)
          && !live[i + 1].get(variable.var)
          && !isLiveInHandler(i, variable.var)) {
        dropped.add(constant);
        dropped.add(store);
      }
    }
  }

  private void solve() {
    Deque<Integer> rounds = new ArrayDeque<>();
    rounds.add(0);
    while (!rounds.isEmpty()) {
      rounds.clear();
      for (int i = code.size() - 1; i >= 0; i--) {
        BitSet now = liveBefore(i);
        if (!now.equals(live[i])) {
          live[i] = now;
          rounds.add(i);
        }
      }
    }
  }

  private BitSet liveBefore(int at) {
    AbstractInsnNode instruction = code.get(at);
    BitSet now = new BitSet();
    if (!Instructions.ends(instruction)) {
      now.or(live[at + 1]);
    }
    for (LabelNode label : Instructions.jumps(instruction)) {
      now.or(live[code.indexOf(label)]);
    }
    if (instruction instanceof VarInsnNode variable) {
      now.set(variable.var, !Instructions.isStore(instruction));
    } else if (instruction instanceof IincInsnNode increment) {
      now.set(increment.var);
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (covers(block, at)) {
        now.or(live[code.indexOf(block.handler)]);
      }
    }
    return now;
  }

  private boolean isLiveInHandler(int at, int slot) {
    return method.tryCatchBlocks.stream()
        .anyMatch(block -> covers(block, at) && live[code.indexOf(block.handler)].get(slot));
  }

  private boolean covers(TryCatchBlockNode block, int at) {
    return at >= code.indexOf(block.start) && at < code.indexOf(block.end);
  }

  /** The instruction right before: a label between them could be jumped to. */
  private static @Nullable AbstractInsnNode before(AbstractInsnNode instruction) {
    return instruction.getPrevious();
  }

  private static boolean isConstant(@Nullable AbstractInsnNode instruction) {
    return instruction != null
        && instruction.getOpcode() != Opcodes.ACONST_NULL
        && Constants.of(instruction) != null
        && !(Constants.of(instruction) instanceof org.objectweb.asm.Type);
  }
}
