package dev.cashet.identity.bytecode;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The canonical form of a method's code (docs/format/identity.md, "Method"): without debug information, frames, NOPs,
 * constant-pool order, names of locals and compiler-made names; slots numbered by first use, jumps by instruction.
 */
final class MethodEncoder {
  private static final int KEPT_FLAGS =
      Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT;

  /** A shell's execution engine puts its cancellation checks into snippets. */
  private static final String SHELL_CHECK = "REPL/$Cancel$";

  private final String owner;
  private final MethodNode method;
  private final FormEncoder out = new FormEncoder();
  private final Set<AbstractInsnNode> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<LabelNode, Integer> positions = new IdentityHashMap<>();
  private final Map<Integer, Integer> slots = new HashMap<>();
  private Map<AbstractInsnNode, EnumSwitches.Source> enumSwitches = Map.of();

  private MethodEncoder(String owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
  }

  /** A whole method. */
  static Form method(String owner, MethodNode method) {
    MethodEncoder encoder = new MethodEncoder(owner, method);
    encoder.signature();
    encoder.body();
    return encoder.out.toForm();
  }

  /** Some instructions of a static initialiser, under a name. */
  static Form part(String owner, MethodNode method, Set<AbstractInsnNode> kept, String name) {
    MethodEncoder encoder = new MethodEncoder(owner, method);
    encoder.out.out().tag('i').text(name);
    encoder.out.type(owner);
    for (AbstractInsnNode each : method.instructions) {
      if (!kept.contains(each)) {
        encoder.dropped.add(each);
      }
    }
    encoder.body();
    return encoder.out.toForm();
  }

  private void signature() {
    out.out().tag('m').number(method.access & KEPT_FLAGS);
    boolean bound = (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) != 0;
    // what is found by name counts with its name and class; what is bound counts where it is called
    if (!bound || method.name.startsWith("<")) {
      out.out().tag('N').text(method.name);
      out.type(owner);
    }
    out.descriptor(method.desc);
    new AnnotationEncoder(out).ofMethod(method);
  }

  private void body() {
    if (method.instructions.size() == 0) {
      return;
    }
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof MethodInsnNode call && call.owner.equals(SHELL_CHECK)) {
        dropped.add(each);
      }
    }
    DeadStores.find(method, dropped);
    enumSwitches = EnumSwitches.find(method, dropped);
    number();
    boolean[] canReturn = Instructions.canReturn(method.instructions);
    int index = 0;
    for (AbstractInsnNode each : method.instructions) {
      out.main(canReturn[index++]);
      if (isKept(each)) {
        instruction(each);
      }
    }
    out.main(true);
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      out.out().tag('t').number(at(block.start)).number(at(block.end)).number(at(block.handler));
      if (block.type == null) {
        out.out().tag('*');
      } else {
        out.type(block.type);
      }
    }
  }

  private boolean isKept(AbstractInsnNode instruction) {
    return Instructions.isReal(instruction) && !dropped.contains(instruction);
  }

  private void number() {
    int next = 0;
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LabelNode label) {
        positions.put(label, next);
      } else if (isKept(each)) {
        next++;
      }
    }
    out.out().number(next);
  }

  private int at(LabelNode label) {
    return positions.getOrDefault(label, -1);
  }

  private int slot(int slot) {
    int parameters = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      parameters += type.getSize();
    }
    int first = parameters;
    return slot < first ? slot : slots.computeIfAbsent(slot, unused -> first + slots.size());
  }

  private void instruction(AbstractInsnNode instruction) {
    Object constant = Constants.of(instruction);
    if (constant instanceof Type type && asksForAssertions(instruction)) {
      out.literal(type, false);
      return;
    }
    if (constant != null) {
      out.constant(constant);
      return;
    }
    EnumSwitches.Source source = enumSwitches.get(instruction);
    out.out().tag('o').number(source == null ? opcode(instruction) : Opcodes.LOOKUPSWITCH);
    if (source != null) {
      enumSwitch(source, instruction);
    } else {
      operands(instruction);
    }
  }

  private static int opcode(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        ? FormEncoder.opcode(call.getOpcode(), call.name + call.desc)
        : instruction.getOpcode();
  }

  private static boolean asksForAssertions(AbstractInsnNode literal) {
    return literal.getNext() instanceof MethodInsnNode call
        && call.name.equals("desiredAssertionStatus");
  }

  private void operands(AbstractInsnNode instruction) {
    if (instruction instanceof VarInsnNode each) {
      out.out().number(slot(each.var));
    } else if (instruction instanceof IincInsnNode each) {
      out.out().number(slot(each.var)).number(each.incr);
    } else if (instruction instanceof IntInsnNode each) {
      out.out().number(each.operand);
    } else if (instruction instanceof TypeInsnNode each) {
      out.type(each.desc);
      if (each.getOpcode() == Opcodes.NEW) {
        out.created(each.desc);
      }
    } else if (instruction instanceof FieldInsnNode each) {
      out.field(each.getOpcode(), each.owner, each.name, each.desc);
    } else if (instruction instanceof MethodInsnNode each) {
      out.call(each.getOpcode(), each.owner, each.name, each.desc);
    } else if (instruction instanceof InvokeDynamicInsnNode each) {
      dynamic(each);
    } else if (instruction instanceof JumpInsnNode each) {
      out.out().number(at(each.label));
    } else if (instruction instanceof TableSwitchInsnNode each) {
      List<Integer> keys = IntStream.rangeClosed(each.min, each.max).boxed().toList();
      numberSwitch(keys, each.labels, each.dflt);
    } else if (instruction instanceof LookupSwitchInsnNode each) {
      numberSwitch(each.keys, each.labels, each.dflt);
    } else if (instruction instanceof MultiANewArrayInsnNode each) {
      out.type(each.desc);
      out.out().number(each.dims);
    } else if (instruction instanceof org.objectweb.asm.tree.LdcInsnNode each) {
      out.constant(each.cst);
    }
  }

  private void dynamic(InvokeDynamicInsnNode site) {
    out.out().text(site.name);
    out.descriptor(site.desc);
    out.handle(site.bsm);
    out.out().number(site.bsmArgs.length);
    // a record's own methods name its class to find its fields, not to make instances
    boolean record = site.bsm.getOwner().equals("java/lang/runtime/ObjectMethods");
    for (Object argument : site.bsmArgs) {
      if (record && argument instanceof Type type) {
        out.literal(type, false);
      } else {
        out.constant(argument);
      }
    }
    // default methods of a lambda's interfaces may be what others call
    MadeTypes.of(site).forEach(out::created);
  }

  private void numberSwitch(List<Integer> keys, List<LabelNode> labels, LabelNode otherwise) {
    out.out().number(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      out.out().number(keys.get(i)).number(at(labels.get(i)));
    }
    out.out().number(at(otherwise));
  }

  private void enumSwitch(EnumSwitches.Source source, AbstractInsnNode instruction) {
    List<Integer> keys;
    List<LabelNode> labels;
    LabelNode otherwise;
    if (instruction instanceof TableSwitchInsnNode table) {
      keys = IntStream.rangeClosed(table.min, table.max).boxed().toList();
      labels = table.labels;
      otherwise = table.dflt;
    } else {
      LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) instruction;
      keys = lookup.keys;
      labels = lookup.labels;
      otherwise = lookup.dflt;
    }
    List<Integer> targets = labels.stream().map(this::at).toList();
    out.hole(new Hole.OfSwitch(
        source.owner(), source.table(), keys, targets, at(otherwise), out.main()));
  }
}
