package dev.cashet.identity.bytecode;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * A static initialiser in parts. It is cut where the operand stack is empty and no jump crosses. A segment that only
 * computes one field of its own class, with calls that are known to have no other effect, belongs to that field and
 * counts where the field is read; everything else counts whenever the class is initialised.
 */
final class InitialiserSlices {
  private final String owner;
  private final MethodNode method;
  private final InsnList code;
  private final Map<String, Form> fields = new HashMap<>();
  private final Set<AbstractInsnNode> rest = Collections.newSetFromMap(new IdentityHashMap<>());

  private InitialiserSlices(String owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
    this.code = method.instructions;
    code.forEach(rest::add);
  }

  static InitialiserSlices of(String owner, MethodNode method) {
    InitialiserSlices slices = new InitialiserSlices(owner, method);
    slices.cut();
    return slices;
  }

  /** By {@code name:descriptor}: what computes a field and does nothing else. */
  Map<String, Form> fields() {
    return fields;
  }

  /** What runs whenever the class is initialised; null if nothing is left. */
  @Nullable
  Form rest() {
    for (AbstractInsnNode each : code) {
      boolean returns = each.getOpcode() == Opcodes.RETURN;
      if (rest.contains(each) && Instructions.isReal(each) && !returns) {
        return MethodEncoder.part(owner, method, rest, "<clinit>");
      }
    }
    return null;
  }

  private void cut() {
    if (!method.tryCatchBlocks.isEmpty()) {
      return;
    }
    boolean[] cuts = cuts();
    Map<String, Set<AbstractInsnNode>> segments = new HashMap<>();
    Set<String> twice = new HashSet<>();
    int from = 0;
    for (int i = 1; i <= code.size(); i++) {
      if (cuts[i]) {
        String field = fieldOf(from, i);
        if (field != null && segments.put(field, segment(from, i)) != null) {
          twice.add(field);
        }
        from = i;
      }
    }
    segments.keySet().removeAll(twice);
    segments.forEach((field, segment) -> {
      fields.put(field, MethodEncoder.part(owner, method, segment, field));
      rest.removeAll(segment);
    });
  }

  private boolean[] cuts() {
    boolean[] cuts = new boolean[code.size() + 1];
    try {
      Frame<BasicValue>[] frames =
          new Analyzer<>(new BasicInterpreter()).analyzeAndComputeMaxs(owner, method);
      for (int i = 0; i < code.size(); i++) {
        Frame<BasicValue> frame = frames[i];
        cuts[i] = Instructions.isReal(code.get(i)) && frame != null && frame.getStackSize() == 0;
      }
    } catch (AnalyzerException e) {
      // nothing is cut: all of it counts whenever the class is initialised
      return cuts;
    }
    cuts[code.size()] = true;
    for (int i = 0; i < code.size(); i++) {
      for (LabelNode label : Instructions.jumps(code.get(i))) {
        close(cuts, i, code.indexOf(label));
      }
    }
    return cuts;
  }

  /** A jump binds everything between its ends together. */
  private void close(boolean[] cuts, int from, int to) {
    int low = Math.min(from, to);
    int high = Math.max(from, to);
    for (int i = low + 1; i <= high; i++) {
      // the instruction that a forward jump lands on may begin a segment
      boolean landing = to > from && onlyLabels(to, i);
      if (!landing) {
        cuts[i] = false;
      }
    }
    if (to < from) {
      cuts[from] = false;
    }
  }

  private boolean onlyLabels(int from, int to) {
    if (to < from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Instructions.isReal(code.get(i))) {
        return false;
      }
    }
    return true;
  }

  private Set<AbstractInsnNode> segment(int from, int to) {
    Set<AbstractInsnNode> segment = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = from; i < to; i++) {
      segment.add(code.get(i));
    }
    return segment;
  }

  /** The field that the segment computes; null if it does anything else. */
  private @Nullable String fieldOf(int from, int to) {
    String field = null;
    boolean lambda = false;
    for (int i = from; i < to; i++) {
      lambda |= code.get(i) instanceof InvokeDynamicInsnNode;
    }
    for (int i = from; i < to; i++) {
      AbstractInsnNode each = code.get(i);
      if (!Instructions.isReal(each)) {
        continue;
      }
      if (field != null || !isQuiet(each, lambda)) {
        return null;
      }
      if (each instanceof FieldInsnNode put && each.getOpcode() == Opcodes.PUTSTATIC) {
        if (!put.owner.equals(owner) || put.name.startsWith("$Switch")) {
          return null;
        }
        field = put.name + ":" + put.desc;
      }
    }
    return field;
  }

  private static boolean isQuiet(AbstractInsnNode instruction, boolean withLambda) {
    int opcode = instruction.getOpcode();
    if (instruction instanceof VarInsnNode
        || instruction instanceof IincInsnNode
        || opcode == Opcodes.PUTFIELD
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.MONITORENTER
        || Instructions.isReturn(instruction)) {
      return false;
    }
    if (instruction instanceof FieldInsnNode field && opcode == Opcodes.GETSTATIC) {
      // a call on an object from elsewhere could change that object
      return field.desc.length() == 1
          || field.desc.equals("Ljava/lang/String;")
          || field.owner.startsWith("java/") && Type.getType(field.desc).getSort() == Type.OBJECT;
    }
    if (instruction instanceof InvokeDynamicInsnNode site) {
      return site.bsm.getOwner().startsWith("java/lang/invoke/");
    }
    return !(instruction instanceof MethodInsnNode call) || QuietCalls.isQuiet(call, withLambda);
  }
}
