package dev.cashet.identity.bytecode;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Types of the objects that an {@code invokedynamic} makes: a lambda has its interface and those of the cast around it. */
final class MadeTypes {
  static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private MadeTypes() {}

  /** Internal names, in the order of the file. */
  static Set<String> of(InvokeDynamicInsnNode site) {
    Set<String> types = new LinkedHashSet<>();
    add(Type.getReturnType(site.desc), types);
    if (site.bsm.getOwner().equals(LAMBDAS)) {
      for (Object argument : site.bsmArgs) {
        if (argument instanceof Type type) {
          add(type, types);
        }
      }
    }
    return types;
  }

  private static void add(Type type, Set<String> types) {
    if (type.getSort() == Type.OBJECT) {
      types.add(type.getInternalName());
    }
  }
}
