package dev.cashet.identity.bytecode;

import java.util.Objects;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Ways to change one instruction so that types still fit. */
enum Mutator {
  /** A small int constant. */
  INT {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      int op = at.getOpcode();
      return op >= Opcodes.ICONST_M1 && op <= Opcodes.ICONST_5
          || op == Opcodes.BIPUSH
          || op == Opcodes.SIPUSH;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      int value = at instanceof IntInsnNode wide ? wide.operand : at.getOpcode() - Opcodes.ICONST_0;
      method.instructions.set(at, new LdcInsnNode(value + 1));
    }
  },
  /** A constant of the pool. */
  CONSTANT {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at instanceof LdcInsnNode ldc && changed(ldc.cst) != null;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      method.instructions.set(at, new LdcInsnNode(changed(((LdcInsnNode) at).cst)));
    }

    private Object changed(Object value) {
      if (value instanceof String text) {
        return text + "!";
      } else if (value instanceof Integer number) {
        return number + 1;
      } else if (value instanceof Long number) {
        return number + 1;
      } else if (value instanceof Float number) {
        return Float.intBitsToFloat(Float.floatToIntBits(number) ^ 1);
      } else if (value instanceof Double number) {
        return Double.longBitsToDouble(Double.doubleToLongBits(number) ^ 1);
      }
      return null;
    }
  },
  /** Another operator on the same operands. */
  OPERATOR {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at.getOpcode() >= Opcodes.IADD
          && at.getOpcode() <= Opcodes.LXOR
          && (at.getOpcode() < Opcodes.INEG || at.getOpcode() > Opcodes.DNEG);
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      int op = at.getOpcode();
      int other;
      if (op < Opcodes.INEG) {
        other = Opcodes.IADD + (op - Opcodes.IADD + 4) % 20;
      } else if (op < Opcodes.IAND) {
        other = Opcodes.ISHL + (op - Opcodes.ISHL + 2) % 6;
      } else {
        other = Opcodes.IAND + (op - Opcodes.IAND + 2) % 6;
      }
      method.instructions.set(at, new InsnNode(other));
    }
  },
  /** The opposite condition. */
  CONDITION {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at instanceof JumpInsnNode
          && at.getOpcode() != Opcodes.GOTO
          && at.getOpcode() != Opcodes.JSR;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      int op = at.getOpcode();
      boolean isNull = op == Opcodes.IFNULL || op == Opcodes.IFNONNULL;
      int other = isNull ? Opcodes.IFNULL + Opcodes.IFNONNULL - op : ((op + 1) ^ 1) - 1;
      method.instructions.set(at, new JumpInsnNode(other, ((JumpInsnNode) at).label));
    }
  },
  /** The step of a counter. */
  STEP {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at instanceof IincInsnNode;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      IincInsnNode inc = (IincInsnNode) at;
      method.instructions.set(at, new IincInsnNode(inc.var, inc.incr + 1));
    }
  },
  /** The negative of a returned number. */
  RESULT {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.DRETURN;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      int negate = Opcodes.INEG + at.getOpcode() - Opcodes.IRETURN;
      method.instructions.insertBefore(at, new InsnNode(negate));
    }
  },
  /** The last two arguments of a call exchanged. */
  ARGUMENTS {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      if (!(at instanceof MethodInsnNode call)) {
        return false;
      }
      Type[] types = Type.getArgumentTypes(call.desc);
      int n = types.length;
      return n > 1 && types[n - 1].equals(types[n - 2]) && types[n - 1].getSize() == 1;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      method.instructions.insertBefore(at, new InsnNode(Opcodes.SWAP));
    }
  },
  /** Another static method of the same type, of the class itself. */
  TARGET {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at.getOpcode() == Opcodes.INVOKESTATIC && other(type, (MethodInsnNode) at) != null;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      MethodInsnNode call = (MethodInsnNode) at;
      call.name = Objects.requireNonNull(other(type, call)).name;
    }

    private MethodNode other(ClassNode type, MethodInsnNode call) {
      return type.methods.stream()
          .filter(each -> call.owner.equals(type.name) && each.desc.equals(call.desc))
          .filter(each -> (each.access & Opcodes.ACC_STATIC) != 0 && !each.name.equals(call.name))
          .findFirst()
          .orElse(null);
    }
  },
  /** Another field of the same type, of the class itself. */
  FIELD {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at instanceof FieldInsnNode field && other(type, field) != null;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      FieldInsnNode field = (FieldInsnNode) at;
      field.name = Objects.requireNonNull(other(type, field)).name;
    }

    private FieldNode other(ClassNode type, FieldInsnNode field) {
      boolean isStatic =
          field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
      return type.fields.stream()
          .filter(each -> field.owner.equals(type.name) && each.desc.equals(field.desc))
          .filter(each -> isStatic == ((each.access & Opcodes.ACC_STATIC) != 0))
          .filter(each -> !each.name.equals(field.name))
          .findFirst()
          .orElse(null);
    }
  },
  /** The class of a test or a cast. */
  CLASS {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at.getOpcode() == Opcodes.INSTANCEOF || at.getOpcode() == Opcodes.ANEWARRAY;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      TypeInsnNode test = (TypeInsnNode) at;
      String other = test.desc.equals("java/lang/Thread") ? "java/lang/Long" : "java/lang/Thread";
      method.instructions.set(at, new TypeInsnNode(at.getOpcode(), other));
    }
  },
  /** The first case of a switch goes to the default, or the default to the first case. */
  CASE {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at instanceof TableSwitchInsnNode table && differs(table.dflt, table.labels.get(0))
          || at instanceof LookupSwitchInsnNode lookup
              && !lookup.labels.isEmpty()
              && differs(lookup.dflt, lookup.labels.get(0));
    }

    private boolean differs(LabelNode first, LabelNode second) {
      return first != second;
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      if (at instanceof TableSwitchInsnNode table) {
        LabelNode other = table.dflt;
        table.dflt = table.labels.get(0);
        table.labels.set(0, other);
      } else if (at instanceof LookupSwitchInsnNode lookup) {
        LabelNode other = lookup.dflt;
        lookup.dflt = lookup.labels.get(0);
        lookup.labels.set(0, other);
      }
    }
  },
  /** Text of a concatenation, or the body of a lambda where another of its shape exists. */
  DYNAMIC {
    @Override
    boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at) {
      return at instanceof InvokeDynamicInsnNode call
          && (isText(call) || other(type, call) != null);
    }

    private boolean isText(InvokeDynamicInsnNode call) {
      return call.bsmArgs.length > 0
          && call.bsmArgs[0] instanceof String
          && call.bsm.getName().equals("makeConcatWithConstants");
    }

    @Override
    void apply(ClassNode type, MethodNode method, AbstractInsnNode at) {
      InvokeDynamicInsnNode call = (InvokeDynamicInsnNode) at;
      if (isText(call)) {
        call.bsmArgs[0] = call.bsmArgs[0] + "!";
      } else {
        call.bsmArgs[1] = other(type, call);
      }
    }

    private Handle other(ClassNode type, InvokeDynamicInsnNode call) {
      if (call.bsmArgs.length < 2 || !(call.bsmArgs[1] instanceof Handle body)) {
        return null;
      }
      return type.methods.stream()
          .filter(each -> body.getOwner().equals(type.name) && each.desc.equals(body.getDesc()))
          .filter(each -> each.name.startsWith("lambda$") && !each.name.equals(body.getName()))
          .filter(each -> body.getTag() == Opcodes.H_INVOKESTATIC)
          .filter(each -> (each.access & Opcodes.ACC_STATIC) != 0)
          .map(each ->
              new Handle(body.getTag(), type.name, each.name, each.desc, body.isInterface()))
          .findFirst()
          .orElse(null);
    }
  };

  /** Whether the instruction can be changed so. */
  abstract boolean applies(ClassNode type, MethodNode method, AbstractInsnNode at);

  /** Changes it. */
  abstract void apply(ClassNode type, MethodNode method, AbstractInsnNode at);
}
