package dev.cashet.identity.bytecode;

/**
 * A method as bytecode names it.
 *
 * @param tag how it is called: one of the {@code H_INVOKE…} constants of {@link org.objectweb.asm.Opcodes}
 * @param owner internal name of the class
 * @param name method name, {@code <init>} for constructors
 * @param descriptor JVM descriptor
 */
record CodeRef(int tag, String owner, String name, String descriptor) {
  /** Name and descriptor: what a class looks a method up by. */
  String selector() {
    return name + descriptor;
  }
}
