package dev.cashet.identity.bytecode;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method as bytecode names it.
 *
 * @param tag how it is called: one of the {@code H_INVOKE…} constants of {@link org.objectweb.asm.Opcodes}
 * @param owner internal name of the class
 * @param name method name, {@code <init>} for constructors
 * @param descriptor JVM descriptor
 */
record CodeRef(int tag, String owner, String name, String descriptor) {
  /** A method or constructor as its reference calls it. */
  static CodeRef of(Executable code) {
    String owner = Type.getInternalName(code.getDeclaringClass());
    if (code instanceof Constructor<?> made) {
      String descriptor = Type.getConstructorDescriptor(made);
      return new CodeRef(Opcodes.H_NEWINVOKESPECIAL, owner, "<init>", descriptor);
    }
    Method method = (Method) code;
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    int instance = method.getDeclaringClass().isInterface()
        ? Opcodes.H_INVOKEINTERFACE
        : Opcodes.H_INVOKEVIRTUAL;
    int tag = isStatic ? Opcodes.H_INVOKESTATIC : instance;
    return new CodeRef(tag, owner, method.getName(), Type.getMethodDescriptor(method));
  }

  /** Name and descriptor: what a class looks a method up by. */
  String selector() {
    return name + descriptor;
  }
}
