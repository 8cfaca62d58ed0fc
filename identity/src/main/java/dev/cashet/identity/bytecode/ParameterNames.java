package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The names of a method's parameters, for display: from MethodParameters, else from the table of local variables. */
final class ParameterNames extends ClassVisitor {
  private final CodeRef code;
  private final List<@Nullable String> names = new ArrayList<>();

  private ParameterNames(CodeRef code) {
    super(Opcodes.ASM9);
    this.code = code;
  }

  /** One entry for each value that the code is applied to, its receiver included; null where the file has no name. */
  static List<@Nullable String> of(CodeRef code, byte[] classFile) {
    ParameterNames reader = new ParameterNames(code);
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_FRAMES);
    return Collections.unmodifiableList(reader.names);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (!name.equals(code.name()) || !descriptor.equals(code.descriptor())) {
      return null;
    }
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    Type[] types = Type.getArgumentTypes(descriptor);
    if (!isStatic && !name.equals("<init>")) {
      names.add("this");
    }
    int first = names.size();
    int slot = isStatic ? 0 : 1;
    int[] slots = new int[types.length];
    for (int i = 0; i < types.length; i++) {
      names.add(null);
      slots[i] = slot;
      slot += types[i].getSize();
    }
    return new MethodVisitor(Opcodes.ASM9) {
      private int declared;

      @Override
      public void visitParameter(@Nullable String parameter, int parameterAccess) {
        if (parameter != null && declared < slots.length) {
          names.set(first + declared, parameter);
        }
        declared++;
      }

      @Override
      public void visitLocalVariable(
          String variable, String type, @Nullable String generic, Label from, Label to, int index) {
        for (int i = 0; i < slots.length; i++) {
          if (slots[i] == index && names.get(first + i) == null) {
            names.set(first + i, variable);
          }
        }
      }
    };
  }
}
