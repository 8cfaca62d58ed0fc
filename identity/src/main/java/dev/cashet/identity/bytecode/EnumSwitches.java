package dev.cashet.identity.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Switches on enums in their three encodings: through {@code $SwitchMap$} in a synthetic class (javac), on the bare
 * ordinal when the enum is in the same source file (javac since 21), through {@code $SWITCH_TABLE$} (ecj). All become a
 * switch on the constants' names.
 */
final class EnumSwitches {
  private static final String JAVAC_TABLE = "$SwitchMap$";
  private static final String ECJ_TABLE = "$SWITCH_TABLE$";

  /** Where the numbers that are switched on come from: owner, and table or nothing. */
  record Source(String owner, String table) {}

  private record Opened(AbstractInsnNode instruction, Source source) {}

  private EnumSwitches() {}

  /** The switches on enums of a method; what only serves the table is added to {@code dropped}. */
  static Map<AbstractInsnNode, Source> find(MethodNode method, Set<AbstractInsnNode> dropped) {
    Map<AbstractInsnNode, Source> found = new IdentityHashMap<>();
    Deque<Opened> open = new ArrayDeque<>();
    for (AbstractInsnNode each : method.instructions) {
      Source table = table(each);
      if (table != null) {
        open.push(new Opened(each, table));
      } else if (each instanceof TableSwitchInsnNode || each instanceof LookupSwitchInsnNode) {
        AbstractInsnNode before = Instructions.before(each);
        if (before == null) {
          continue;
        }
        boolean loads = before.getOpcode() == Opcodes.IALOAD;
        String ordinal = ordinal(before);
        if (loads && !open.isEmpty() && ordinal(Instructions.before(before)) != null) {
          Opened opened = open.pop();
          dropped.add(opened.instruction());
          dropped.add(before);
          found.put(each, opened.source());
        } else if (ordinal != null) {
          found.put(each, new Source(ordinal, ""));
        }
      }
    }
    return found;
  }

  private static @Nullable Source table(AbstractInsnNode instruction) {
    if (instruction instanceof FieldInsnNode field
        && instruction.getOpcode() == Opcodes.GETSTATIC
        && field.name.startsWith(JAVAC_TABLE)) {
      return new Source(field.owner, field.name);
    }
    if (instruction instanceof MethodInsnNode call
        && instruction.getOpcode() == Opcodes.INVOKESTATIC
        && call.name.startsWith(ECJ_TABLE)) {
      return new Source(call.owner, call.name);
    }
    return null;
  }

  private static @Nullable String ordinal(@Nullable AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
            && call.name.equals("ordinal")
            && call.desc.equals("()I")
        ? call.owner
        : null;
  }

  /** The tables that a class holds: by name, the constant's name for each number. Read, not run. */
  static Map<String, Map<Integer, String>> tables(ClassNode owner) {
    Map<String, Map<Integer, String>> tables = new HashMap<>();
    for (MethodNode method : owner.methods) {
      boolean ecj = method.name.startsWith(ECJ_TABLE);
      if (ecj || method.name.equals("<clinit>")) {
        read(method, ecj ? method.name : null, tables);
      }
    }
    return tables;
  }

  private static void read(
      MethodNode method, @Nullable String fixed, Map<String, Map<Integer, String>> tables) {
    String table = fixed;
    String constant = null;
    Integer number = null;
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof FieldInsnNode field && each.getOpcode() == Opcodes.GETSTATIC) {
        if (field.name.startsWith(JAVAC_TABLE)) {
          table = field.name;
        } else if (field.desc.startsWith("L")) {
          constant = field.name;
        }
      } else if (Constants.of(each) instanceof Integer value) {
        number = value;
      } else if (each.getOpcode() == Opcodes.IASTORE && constant != null && number != null) {
        if (table != null) {
          tables.computeIfAbsent(table, unused -> new HashMap<>()).put(number, constant);
        }
        constant = null;
      }
    }
  }
}
