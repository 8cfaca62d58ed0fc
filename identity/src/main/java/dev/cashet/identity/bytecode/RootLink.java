package dev.cashet.identity.bytecode;

import dev.cashet.canonical.UnhashableException;
import dev.cashet.identity.Precision;
import dev.cashet.identity.Target;
import dev.cashet.identity.bytecode.ClassInfo.Selection;
import dev.cashet.model.StoredValue;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the function itself consists of: the method it runs, chosen by its receiver where there is one. */
final class RootLink {
  private final Program program;
  private final CodeTarget target;
  private final CodeRef code;
  private final LinkWriter out;

  private RootLink(Program program, CodeTarget target, ClassInfo owner) {
    this.program = program;
    this.target = target;
    this.code = target.site().code();
    this.out = new LinkWriter(program, owner, false);
  }

  static Linked of(Program program, CodeTarget target, Precision precision) {
    CodeRef code = target.site().code();
    boolean array = code.owner().startsWith("[");
    ClassInfo owner = program.find(array ? "java/lang/Object" : code.owner());
    if (owner == null) {
      throw new UnhashableException(
          "function " + target.name().qualifiedName(),
          code.owner().replace('/', '.'),
          "its class file cannot be read from its loader; use classes from a directory, a jar, a"
              + " module, the source launcher or a shell whose loader gives class files");
    }
    return new RootLink(program, target, owner).link(owner, precision);
  }

  private Linked link(ClassInfo owner, Precision precision) {
    out.label().text("ROOT").text(target.site().adaptation().text());
    if (precision != Precision.EVERY_CLASS) {
      out.label().text(precision.name());
    }
    out.library(owner);
    switch (code.tag()) {
      case Opcodes.H_INVOKESTATIC -> out.call(Opcodes.INVOKESTATIC, code);
      case Opcodes.H_NEWINVOKESPECIAL -> {
        if (owner.isUser()) {
          out.use(Node.of(Node.Kind.INSTANCE, owner));
        }
        out.call(Opcodes.INVOKESPECIAL, code);
      }
      default -> onReceiver(owner);
    }
    new TreeSet<>(target.site().adaptation().interfaces()).forEach(this::withInterface);
    return out.toLinked();
  }

  /** An interface of the lambda that the function was: others may call its default methods. */
  private void withInterface(String name) {
    ClassInfo type = program.find(name);
    out.library(type);
    if (type != null && type.isUser()) {
      out.use(Node.of(Node.Kind.INSTANCE, type));
    }
  }

  private void onReceiver(ClassInfo owner) {
    ClassInfo exact = receiver();
    Selection declared = program.hierarchy().resolve(owner, code.selector());
    boolean isPrivate = declared != null && declared.is(Opcodes.ACC_PRIVATE);
    if (exact == null || isPrivate) {
      if (exact != null && exact.isUser()) {
        out.use(Node.of(Node.Kind.INSTANCE, exact));
      }
      out.call(Opcodes.INVOKEVIRTUAL, code);
      return;
    }
    Selection method = program.hierarchy().dispatch(exact, code.selector());
    if (exact.isUser()) {
      out.use(Node.of(Node.Kind.INSTANCE, exact));
    }
    if (declared != null && declared.owner().isUser() && Hierarchy.isPackagePrivate(declared)) {
      // a method of its name in another package does not override it: any of the package may be the
      // one
      out.use(new Node(Node.Kind.CALL, owner.name(), code.selector()));
    }
    out.library(exact);
    if (method == null || !method.owner().isUser()) {
      String runs = method == null ? code.owner() : method.owner().name();
      out.library(method == null ? null : method.owner());
      out.label().tag('X').text(runs).text(code.name()).text(code.descriptor());
      return;
    }
    out.label().tag('R');
    out.use(Node.method(method));
    if (method.owner().header().isInterface()) {
      out.initialise(method.owner());
    }
  }

  /** The class of the receiver; null if it is not known or has no class file. */
  private @Nullable ClassInfo receiver() {
    return receiver(target).map(program::find).orElse(null);
  }

  /** The internal name of the receiver's class, as far as the target says it. */
  static Optional<String> receiver(CodeTarget target) {
    if (!target.site().receiver().isEmpty()) {
      return Optional.of(target.site().receiver());
    }
    // a function among the arguments: its own arguments are still to come, maybe its receiver too
    if (target.applied() == 0) {
      return Optional.empty();
    }
    Target.Parameter first = target.arguments().get(0);
    Object value = first.value();
    boolean loaded = value instanceof StoredValue && target.site().adaptation().isLoading();
    if (value == null
        || loaded
        || value.getClass().isHidden()
        || value instanceof FunctionSymbol
        || value.getClass().isArray()) {
      return Optional.empty();
    }
    return Optional.of(Type.getInternalName(value.getClass()));
  }
}
