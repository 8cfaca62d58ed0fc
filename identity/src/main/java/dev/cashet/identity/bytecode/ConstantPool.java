package dev.cashet.identity.bytecode;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** What a class file names, without reading its code. */
final class ConstantPool {
  private static final int CLASS = 7;
  private static final int INVOKE_DYNAMIC = 18;

  private ConstantPool() {}

  /**
   * Internal names of all classes that the class file can refer to by a class constant, and of what its {@code
   * invokedynamic} makes (lambdas name their interfaces nowhere else); element types for arrays.
   */
  static Set<String> classNames(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    Set<String> names = new HashSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      // items after a long or double have no offset
      int tag = at == 0 ? 0 : classFile[at - 1];
      if (tag == CLASS) {
        String name = reader.readUTF8(at, buffer);
        if (name != null) {
          add(Type.getObjectType(name), names);
        }
      } else if (tag == INVOKE_DYNAMIC) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
        add(Type.getReturnType(reader.readUTF8(nameAndType + 2, buffer)), names);
      }
    }
    return names;
  }

  private static void add(Type type, Set<String> names) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      names.add(element.getInternalName());
    }
  }
}
