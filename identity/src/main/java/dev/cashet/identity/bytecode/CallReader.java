package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Sees a lambda that is one call as that call. Compiler-made layers (lambda bodies, access methods, adapters) are
 * entered, at most four deep; whatever is not understood is not a call.
 */
final class CallReader {
  private static final int LAYERS = 4;

  /**
   * A call found in a body.
   *
   * @param code what is called
   * @param terms with what, a receiver first
   */
  record Call(CodeRef code, List<Term> terms) {}

  private CallReader() {}

  /** The call that the code is; empty if it is more than a call. */
  static Optional<CallPlan> read(FunctionSite lambda) {
    CodeRef code = lambda.code();
    ClassLoader loader = lambda.loader();
    boolean direct = true;
    Call call = new Call(code, typed(code, inputs(code)));
    try {
      for (int layer = 0; layer < LAYERS; layer++) {
        MethodNode body = adapter(call.code(), loader);
        if (body == null) {
          return Optional.of(plan(call, lambda, direct));
        }
        direct = false;
        call = new BodyReader(call.code().owner(), body, loader).read(call.terms());
      }
    } catch (NotACall e) {
      // hashed as a lambda
    }
    return Optional.empty();
  }

  private static CallPlan plan(Call call, FunctionSite lambda, boolean direct) {
    Set<Integer> loaded = new TreeSet<>();
    for (int i = 0; i < call.terms().size(); i++) {
      if (call.terms().get(i) instanceof Term.Loaded) {
        loaded.add(i);
      }
    }
    // f(ref) and f(ref.load()) are two functions of the reference
    Adaptation more = lambda.adaptation().loading(loaded);
    FunctionSite site =
        new FunctionSite(call.code(), Names.of(call.code()), lambda.loader(), more, lambda.home());
    return new CallPlan(site, call.terms(), direct);
  }

  /** The code of a method that a compiler made up; null for what people wrote and for what cannot be read. */
  private static @Nullable MethodNode adapter(CodeRef code, ClassLoader loader) {
    if (Origin.of(loader, code.owner()).kind() == Origin.Kind.PLATFORM
        || code.tag() == Opcodes.H_NEWINVOKESPECIAL) {
      return null;
    }
    byte[] bytes = ClassFiles.read(loader, code.owner()).orElse(null);
    if (bytes == null) {
      return null;
    }
    ClassNode owner = new ClassNode(Opcodes.ASM9) {
      @Override
      public @Nullable MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        return name.equals(code.name()) && descriptor.equals(code.descriptor())
            ? super.visitMethod(access, name, descriptor, signature, exceptions)
            : null;
      }
    };
    new ClassReader(bytes).accept(owner, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return owner.methods.stream().filter(CallReader::isAdapter).findFirst().orElse(null);
  }

  private static boolean isAdapter(MethodNode method) {
    boolean synthetic = (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    boolean bridge = (method.access & Opcodes.ACC_BRIDGE) != 0;
    boolean lambda = method.name.contains("lambda$") || method.name.contains("$anonfun$");
    return (synthetic || lambda || isReference(method))
        && !bridge
        && !method.name.endsWith("$default");
  }

  /** Kotlin's layer for a reference is not marked: {@code main$train} in a file or class that has {@code ::train}. */
  private static boolean isReference(MethodNode method) {
    int made = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    return (method.access & made) == made
        && method.name.indexOf('$') > 0
        && method.visibleAnnotations == null;
  }

  private static List<Term> inputs(CodeRef code) {
    boolean receiver =
        code.tag() != Opcodes.H_INVOKESTATIC && code.tag() != Opcodes.H_NEWINVOKESPECIAL;
    int count = Type.getArgumentTypes(code.descriptor()).length + (receiver ? 1 : 0);
    List<Term> inputs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      inputs.add(new Term.Input(i));
    }
    return inputs;
  }

  /** The terms as the parameters of the method receive them. */
  static List<Term> typed(CodeRef code, List<Term> terms) {
    Type[] types = Type.getArgumentTypes(code.descriptor());
    int receivers = terms.size() - types.length;
    List<Term> typed = new ArrayList<>(terms);
    for (int i = 0; i < types.length; i++) {
      Term term = terms.get(receivers + i);
      if (Primitives.isPrimitive(types[i]) && !(term instanceof Term.Loaded)) {
        typed.set(receivers + i, new Term.Typed(types[i], term));
      }
    }
    return typed;
  }
}
