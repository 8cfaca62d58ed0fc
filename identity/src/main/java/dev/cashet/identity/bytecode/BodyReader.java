package dev.cashet.identity.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Runs a straight-line body on symbols. The stack holds terms, and two things that are no arguments: the result of the
 * one call, and an object whose constructor has not been called yet.
 */
final class BodyReader {
  /** The result of the call. */
  private record Result(CallReader.Call call, Type type) {}

  /** An object before its constructor. */
  private record Fresh(String owner) {}

  private final String owner;
  private final MethodNode body;
  private final TermReader terms;
  private final Map<Integer, Term> locals = new HashMap<>();
  private final Deque<Object> stack = new ArrayDeque<>();
  private @Nullable Result result;

  BodyReader(String owner, MethodNode body, ClassLoader loader) {
    this.owner = owner;
    this.body = body;
    this.terms = new TermReader(loader, owner);
  }

  /** The one call whose result the body returns. */
  CallReader.Call read(List<Term> inputs) throws NotACall {
    enter(inputs);
    if (!body.tryCatchBlocks.isEmpty()
        || (body.access & (Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE)) != 0) {
      throw new NotACall("more than a call");
    }
    try {
      for (AbstractInsnNode instruction : body.instructions) {
        int opcode = instruction.getOpcode();
        if (opcode > Opcodes.NOP) {
          if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            return returned();
          }
          step(opcode, instruction);
        }
      }
    } catch (NoSuchElementException e) {
      throw new NotACall("unusual stack");
    }
    throw new NotACall("does not return");
  }

  private void enter(List<Term> inputs) throws NotACall {
    Type[] types = Type.getArgumentTypes(body.desc);
    int receivers = (body.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    if (inputs.size() != types.length + receivers) {
      throw new NotACall("another number of arguments");
    }
    int slot = 0;
    for (int i = 0; i < inputs.size(); i++) {
      locals.put(slot, inputs.get(i));
      slot += i < receivers ? 1 : types[i - receivers].getSize();
    }
  }

  private void step(int opcode, AbstractInsnNode instruction) throws NotACall {
    if (opcode <= Opcodes.LDC) {
      stack.push(terms.constant(instruction));
    } else if (instruction instanceof VarInsnNode variable) {
      variable(opcode, variable.var);
    } else if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
      stack.push(terms.converted(opcode, popTerm()));
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      Term value = popTerm();
      Term index = popTerm();
      terms.store(popTerm(), index, value);
    } else if (instruction instanceof MethodInsnNode call) {
      call(call);
    } else {
      other(opcode, instruction);
    }
  }

  private void other(int opcode, AbstractInsnNode instruction) throws NotACall {
    switch (opcode) {
      case Opcodes.DUP -> stack.push(stack.element());
      case Opcodes.CHECKCAST -> {
        if (!(stack.element() instanceof Result)) {
          stack.push(terms.cast(((TypeInsnNode) instruction).desc, popTerm()));
        }
      }
      case Opcodes.GETSTATIC -> stack.push(terms.staticField((FieldInsnNode) instruction));
      case Opcodes.GETFIELD -> stack.push(terms.field((FieldInsnNode) instruction, popTerm()));
      case Opcodes.NEWARRAY, Opcodes.ANEWARRAY ->
        stack.push(terms.newArray(instruction, popTerm()));
      case Opcodes.NEW -> stack.push(new Fresh(((TypeInsnNode) instruction).desc));
      case Opcodes.INVOKEDYNAMIC -> {
        InvokeDynamicInsnNode site = (InvokeDynamicInsnNode) instruction;
        stack.push(terms.lambda(site, pop(Type.getArgumentTypes(site.desc).length)));
      }
      default -> throw new NotACall("opcode " + opcode);
    }
  }

  private void variable(int opcode, int slot) throws NotACall {
    if (opcode > Opcodes.ALOAD) {
      locals.put(slot, popTerm());
      return;
    }
    Term value = locals.get(slot);
    if (value == null) {
      throw new NotACall("a variable without a value");
    }
    stack.push(value);
  }

  private void call(MethodInsnNode call) throws NotACall {
    Type boxed = Primitives.boxedBy(call.owner, call.name, call.desc);
    if (boxed != null && call.getOpcode() == Opcodes.INVOKESTATIC) {
      box(boxed, Type.getReturnType(call.desc).getInternalName());
      return;
    }
    Type unboxed = Primitives.unboxedBy(call.owner, call.name, call.desc);
    if (unboxed != null) {
      stack.push(terms.unboxed(unboxed, popTerm()));
      return;
    }
    if (isNullCheck(call)) {
      pop(2);
      return;
    }
    if (terms.isLoad(call)) {
      stack.push(new Term.Loaded(popTerm()));
      return;
    }
    if (result != null) {
      throw new NotACall("two calls");
    }
    List<Term> arguments = pop(Type.getArgumentTypes(call.desc).length);
    int tag = tag(call);
    if (tag == Opcodes.H_NEWINVOKESPECIAL) {
      // the object was pushed twice: for its constructor, and to be the result
      Fresh fresh = new Fresh(call.owner);
      Object constructed = stack.pop();
      Object result = stack.pop();
      if (!fresh.equals(constructed) || !fresh.equals(result)) {
        throw new NotACall("another constructor");
      }
    } else if (tag != Opcodes.H_INVOKESTATIC) {
      arguments.add(0, popTerm());
    }
    CodeRef code = new CodeRef(tag, call.owner, call.name, call.desc);
    Type type = tag == Opcodes.H_NEWINVOKESPECIAL
        ? Type.getObjectType(call.owner)
        : Type.getReturnType(call.desc);
    if (type.getSort() == Type.VOID) {
      throw new NotACall("a call without result");
    }
    result = new Result(new CallReader.Call(code, CallReader.typed(code, arguments)), type);
    stack.push(result);
  }

  /** Kotlin's check of a parameter before the call: what fails it is not a value of the parameter's type. */
  private static boolean isNullCheck(MethodInsnNode call) {
    return call.owner.equals("kotlin/jvm/internal/Intrinsics")
        && call.name.equals("checkNotNullParameter");
  }

  private void box(Type type, String box) throws NotACall {
    if (!(stack.element() instanceof Result made)) {
      stack.push(terms.boxed(type, popTerm()));
      return;
    }
    // a char that becomes an Integer is another result than the method's own
    if (!made.type().equals(type)) {
      throw new NotACall("the result is converted");
    }
    stack.pop();
    result = new Result(made.call(), Type.getObjectType(box));
    stack.push(result);
  }

  private int tag(MethodInsnNode call) throws NotACall {
    return switch (call.getOpcode()) {
      case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
      case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
      case Opcodes.INVOKEVIRTUAL -> Opcodes.H_INVOKEVIRTUAL;
      default -> {
        if (call.name.equals("<init>")) {
          yield Opcodes.H_NEWINVOKESPECIAL;
        }
        if (!terms.isPrivate(owner, call)) {
          throw new NotACall("a call of the superclass's method");
        }
        yield Opcodes.H_INVOKEVIRTUAL;
      }
    };
  }

  private CallReader.Call returned() throws NotACall {
    if (result == null || stack.size() != 1 || stack.element() != result) {
      throw new NotACall("returns something else than the call's result");
    }
    Type wanted = Type.getReturnType(body.desc);
    boolean primitive = Primitives.isPrimitive(wanted) || Primitives.isPrimitive(result.type());
    if (primitive && !wanted.equals(result.type())) {
      throw new NotACall("the result is converted");
    }
    return result.call();
  }

  private List<Term> pop(int count) throws NotACall {
    List<Term> popped = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      popped.add(popTerm());
    }
    Collections.reverse(popped);
    return popped;
  }

  private Term popTerm() throws NotACall {
    if (stack.pop() instanceof Term term) {
      return term;
    }
    throw new NotACall("a result or a new object is used as an argument");
  }
}
