package dev.cashet.identity.bytecode;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** What a class file names, without reading its code. */
final class ConstantPool {
  private static final int CLASS = 7;

  private ConstantPool() {}

  /** Internal names of all classes that the class file can refer to by a class constant; element types for arrays. */
  static Set<String> classNames(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    Set<String> names = new HashSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      // items after a long or double have no offset
      if (at == 0 || classFile[at - 1] != CLASS) {
        continue;
      }
      String name = reader.readUTF8(at, buffer);
      if (name == null) {
        continue;
      }
      Type type = Type.getObjectType(name);
      Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      if (element.getSort() == Type.OBJECT) {
        names.add(element.getInternalName());
      }
    }
    return names;
  }
}
