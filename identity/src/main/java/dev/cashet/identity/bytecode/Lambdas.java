package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Finds every lambda and method reference that a class file makes. */
final class Lambdas extends ClassVisitor {
  /**
   * A place that makes one.
   *
   * @param owner internal name of the class that has the place
   * @param type internal name of an interface that the object has
   * @param code what it runs
   */
  record Made(String owner, String type, CodeRef code) {
    /** What the object uses when it is called. */
    Collection<Node> uses(Program program) {
      ClassInfo maker = program.find(owner);
      if (maker == null) {
        return List.of();
      }
      LinkWriter out = new LinkWriter(program, maker, false);
      if (code.tag() == Opcodes.H_NEWINVOKESPECIAL) {
        out.created(code.owner());
      }
      out.created(type);
      out.call(opcode(), code);
      return out.toLinked().uses().stream().map(Linked.Use::node).toList();
    }

    private int opcode() {
      return switch (code.tag()) {
        case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
        case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
        case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
        default -> Opcodes.INVOKESPECIAL;
      };
    }
  }

  private String owner = "";
  private final List<Made> found = new ArrayList<>();

  private Lambdas() {
    super(Opcodes.ASM9);
  }

  static List<Made> of(byte[] classFile) {
    Lambdas reader = new Lambdas();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.found;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitInvokeDynamicInsn(
          String method, String type, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals(MadeTypes.LAMBDAS)
            && arguments.length > 1
            && arguments[1] instanceof Handle handle) {
          CodeRef code =
              new CodeRef(handle.getTag(), handle.getOwner(), handle.getName(), handle.getDesc());
          MadeTypes.of(new InvokeDynamicInsnNode(method, type, bootstrap, arguments))
              .forEach(each -> found.add(new Made(owner, each, code)));
        }
      }
    };
  }
}
