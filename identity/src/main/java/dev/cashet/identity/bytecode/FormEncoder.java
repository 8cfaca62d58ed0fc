package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Classes, members and constants in canonical form, leaving holes for what depends on other classes. */
final class FormEncoder {
  private static final Set<String> OBJECT_METHODS = Set.of(
      "toString()Ljava/lang/String;",
      "hashCode()I",
      "equals(Ljava/lang/Object;)Z",
      "getClass()Ljava/lang/Class;",
      "notify()V",
      "notifyAll()V",
      "wait()V",
      "wait(J)V",
      "wait(JI)V");

  private final FormWriter out = new FormWriter();
  private final List<Hole> holes = new ArrayList<>();
  private final Set<String> mentions = new TreeSet<>();
  private boolean main = true;

  FormWriter out() {
    return out;
  }

  /** Whether what follows is on a path that can return. */
  void main(boolean value) {
    main = value;
  }

  boolean main() {
    return main;
  }

  void hole(Hole hole) {
    out.tag('%');
    holes.add(hole);
  }

  Form toForm() {
    return new Form(out.toDigest(), holes, mentions);
  }

  /** A class by internal name or array descriptor. */
  void type(String name) {
    type(Type.getObjectType(name));
  }

  void type(Type type) {
    switch (type.getSort()) {
      case Type.OBJECT -> className(type.getInternalName());
      case Type.ARRAY -> {
        out.tag('[').number(type.getDimensions());
        type(type.getElementType());
      }
      case Type.METHOD -> descriptor(type.getDescriptor());
      default -> out.tag('p').text(type.getDescriptor());
    }
  }

  void descriptor(String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    out.tag('(').number(arguments.length);
    for (Type argument : arguments) {
      type(argument);
    }
    type(Type.getReturnType(descriptor));
  }

  private void className(String name) {
    mention(name);
    if (name.indexOf('$') >= 0) {
      hole(new Hole.OfClass(name, main));
    } else {
      out.tag('c').text(name);
    }
  }

  void mention(String name) {
    if (!name.startsWith("java/")) {
      mentions.add(name);
    }
  }

  /**
   * How a call counts: javac names Object as the owner of its methods called through an interface before 18, the
   * interface since.
   */
  static int opcode(int opcode, String selector) {
    return opcode == Opcodes.INVOKEINTERFACE && OBJECT_METHODS.contains(selector)
        ? Opcodes.INVOKEVIRTUAL
        : opcode;
  }

  /** A call; which method it reaches is for the whole program to say. */
  void call(int opcode, String owner, String name, String descriptor) {
    if (opcode != opcode(opcode, name + descriptor)) {
      call(Opcodes.INVOKEVIRTUAL, "java/lang/Object", name, descriptor);
      return;
    }
    Type type = Type.getObjectType(owner);
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      mention(element.getInternalName());
    }
    for (Type each : Type.getArgumentTypes(descriptor)) {
      mentionElement(each);
    }
    mentionElement(Type.getReturnType(descriptor));
    hole(new Hole.OfCall(opcode, new CodeRef(tag(opcode), owner, name, descriptor), main));
  }

  private void mentionElement(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      mention(element.getInternalName());
    }
  }

  private static int tag(int opcode) {
    return switch (opcode) {
      case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
      case Opcodes.INVOKESPECIAL -> Opcodes.H_INVOKESPECIAL;
      case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
      default -> Opcodes.H_INVOKEVIRTUAL;
    };
  }

  void field(int opcode, String owner, String name, String descriptor) {
    mention(owner);
    mentionElement(Type.getType(descriptor));
    hole(new Hole.OfField(owner, name, descriptor, opcode, main));
  }

  void created(String owner) {
    hole(new Hole.OfNew(owner, main));
  }

  void handle(Handle handle) {
    out.tag('H');
    switch (handle.getTag()) {
      case Opcodes.H_GETFIELD -> member(Opcodes.GETFIELD, handle);
      case Opcodes.H_PUTFIELD -> member(Opcodes.PUTFIELD, handle);
      case Opcodes.H_GETSTATIC -> member(Opcodes.GETSTATIC, handle);
      case Opcodes.H_PUTSTATIC -> member(Opcodes.PUTSTATIC, handle);
      case Opcodes.H_INVOKESTATIC -> invoked(Opcodes.INVOKESTATIC, handle);
      case Opcodes.H_INVOKEINTERFACE -> invoked(Opcodes.INVOKEINTERFACE, handle);
      case Opcodes.H_INVOKEVIRTUAL -> invoked(Opcodes.INVOKEVIRTUAL, handle);
      case Opcodes.H_NEWINVOKESPECIAL -> {
        out.tag('n');
        type(handle.getOwner());
        created(handle.getOwner());
        invoked(Opcodes.INVOKESPECIAL, handle);
      }
      default -> invoked(Opcodes.INVOKESPECIAL, handle);
    }
  }

  private void member(int opcode, Handle handle) {
    out.number(opcode);
    field(opcode, handle.getOwner(), handle.getName(), handle.getDesc());
  }

  private void invoked(int opcode, Handle handle) {
    call(opcode, handle.getOwner(), handle.getName(), handle.getDesc());
  }

  /** A constant: one form for each value. */
  void constant(Object value) {
    if (value instanceof Integer number) {
      out.tag('I').number(number);
    } else if (value instanceof Long number) {
      out.tag('J').number(number);
    } else if (value instanceof Float number) {
      out.tag('F').number(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      out.tag('D').number(Double.doubleToRawLongBits(number));
    } else if (value instanceof String text) {
      out.tag('S').text(text);
    } else if (value instanceof Type type) {
      literal(type, true);
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      dynamic(dynamic);
    } else {
      throw new IllegalArgumentException("unknown constant " + value.getClass());
    }
  }

  /** A class constant. */
  void literal(Type type, boolean reflected) {
    out.tag('T');
    type(type);
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (reflected && element.getSort() == Type.OBJECT) {
      hole(new Hole.OfLiteral(element.getInternalName(), main));
    }
  }

  private void dynamic(ConstantDynamic dynamic) {
    out.tag('y').text(dynamic.getName());
    type(Type.getType(dynamic.getDescriptor()));
    handle(dynamic.getBootstrapMethod());
    out.number(dynamic.getBootstrapMethodArgumentCount());
    for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
      constant(dynamic.getBootstrapMethodArgument(i));
    }
  }
}
