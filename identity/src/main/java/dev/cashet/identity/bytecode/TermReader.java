package dev.cashet.identity.bytecode;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Instructions that make arguments, as terms. What it does not know is not a call. */
final class TermReader {
  private static final int LONGEST_LITERAL = 256;
  private static final Class<?>[] ELEMENTS = {
    boolean.class, char.class, float.class, double.class,
    byte.class, short.class, int.class, long.class
  };

  private final ClassLoader loader;
  private final String home;

  /**
   * Reads for one body.
   *
   * @param home internal name of the class that has the body
   */
  TermReader(ClassLoader loader, String home) {
    this.home = home;
    this.loader = loader;
  }

  Term constant(AbstractInsnNode instruction) throws NotACall {
    Object value = Constants.of(instruction);
    if (value instanceof Type type) {
      return new Term.Constant(load(type));
    }
    if (value == null && instruction.getOpcode() != Opcodes.ACONST_NULL) {
      throw new NotACall("an unusual constant");
    }
    return new Term.Constant(value);
  }

  Term converted(int opcode, Term of) throws NotACall {
    return new Term.Converted(opcode, value(of));
  }

  Term boxed(Type type, Term of) {
    return of instanceof Term.Loaded ? of : new Term.Typed(type, of);
  }

  Term unboxed(Type type, Term of) {
    return of instanceof Term.Loaded ? of : new Term.Unboxed(type, of);
  }

  Term cast(String descriptor, Term of) throws NotACall {
    return of instanceof Term.Loaded ? of : new Term.Cast(load(Type.getObjectType(descriptor)), of);
  }

  /** Enum constants, singletons without state, and the classes of primitive types; other static fields are code that the lambda reads. */
  Term staticField(FieldInsnNode field) throws NotACall {
    if (field.name.equals("TYPE") && field.owner.startsWith("java/lang/")) {
      Type primitive = Primitives.typeOfBox(field.owner);
      if (primitive != null) {
        return new Term.Constant(load(primitive));
      }
    }
    if (ShellVariables.isWrapper(field.owner)) {
      return new Term.Variable(ShellVariables.field(loader, field.owner, field.name));
    }
    if (Singletons.mayBeRead(loader, field)) {
      return new Term.Constant(Singletons.read(load(Type.getObjectType(field.owner)), field.name));
    }
    if (!field.desc.equals("L" + field.owner + ";") || !EnumConstants.mayBeRead(loader, field)) {
      throw new NotACall("reads the static field " + field.name);
    }
    return new Term.Constant(EnumConstants.read(load(Type.getObjectType(field.owner)), field.name));
  }

  Term field(FieldInsnNode instruction, Term of) throws NotACall {
    Class<?> type = load(Type.getObjectType(instruction.owner));
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      try {
        Field field = each.getDeclaredField(instruction.name);
        if (Type.getDescriptor(field.getType()).equals(instruction.desc)) {
          field.setAccessible(true);
          return new Term.Read(field, value(of));
        }
      } catch (NoSuchFieldException e) {
        // looked for in the superclass
      } catch (RuntimeException | LinkageError e) {
        throw new NotACall("field " + instruction.name + " cannot be read");
      }
    }
    throw new NotACall("no field " + instruction.name);
  }

  Term newArray(AbstractInsnNode instruction, Term length) throws NotACall {
    if (!(length instanceof Term.Constant constant)
        || !(constant.value() instanceof Integer size)
        || size < 0
        || size > LONGEST_LITERAL) {
      throw new NotACall("an array that is no literal");
    }
    Class<?> component = instruction instanceof IntInsnNode primitive
        ? ELEMENTS[primitive.operand - Opcodes.T_BOOLEAN]
        : load(Type.getObjectType(((TypeInsnNode) instruction).desc));
    List<@Nullable Term> terms = new ArrayList<>(Collections.nCopies(size, (Term) null));
    return new Term.ArrayOf(component, terms);
  }

  void store(Term array, Term index, Term value) throws NotACall {
    if (!(array instanceof Term.ArrayOf literal)
        || !(index instanceof Term.Constant constant)
        || !(constant.value() instanceof Integer at)
        || at < 0
        || at >= literal.terms().size()
        || value == array) {
      throw new NotACall("a store that is no array literal");
    }
    literal.terms().set(at, value(value));
  }

  Term lambda(InvokeDynamicInsnNode site, List<Term> captured) throws NotACall {
    Handle bootstrap = site.bsm;
    if (!bootstrap.getOwner().equals(MadeTypes.LAMBDAS)
        || site.bsmArgs.length < 3
        || !(site.bsmArgs[0] instanceof Type erased)
        || !(site.bsmArgs[1] instanceof Handle handle)
        || !(site.bsmArgs[2] instanceof Type exact)) {
      throw new NotACall("computes " + site.name);
    }
    for (Term each : captured) {
      value(each);
    }
    String type = Type.getReturnType(site.desc).getInternalName();
    Adaptation adaptation = Adaptation.of(
            type, site.name, erased.getDescriptor(), exact.getDescriptor())
        .with(MadeTypes.of(site));
    CodeRef code =
        new CodeRef(handle.getTag(), handle.getOwner(), handle.getName(), handle.getDesc());
    return new Term.Function(LambdaSite.of(code, adaptation, loader, home), captured);
  }

  /** Whether the call is {@code load()} on a stored result. */
  boolean isLoad(MethodInsnNode call) {
    return call.owner.startsWith("dev/cashet/")
        && call.name.equals("load")
        && call.desc.equals("()Ljava/lang/Object;");
  }

  /** Whether an {@code invokespecial} goes to a private method rather than to a superclass's. */
  boolean isPrivate(String caller, MethodInsnNode call) {
    return caller.equals(call.owner)
        && ClassFiles.read(loader, caller)
            .map(bytes -> ClassHeader.of(bytes))
            .map(header -> header.access(call.name + call.desc))
            .filter(access -> (access & Opcodes.ACC_PRIVATE) != 0)
            .isPresent();
  }

  /** A term whose value must be at hand: not one that is still in the store. */
  private static Term value(Term term) throws NotACall {
    if (term instanceof Term.Loaded) {
      throw new NotACall("computes with a stored result");
    }
    return term;
  }

  private Class<?> load(Type type) throws NotACall {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> boolean.class;
      case Type.CHAR -> char.class;
      case Type.BYTE -> byte.class;
      case Type.SHORT -> short.class;
      case Type.INT -> int.class;
      case Type.FLOAT -> float.class;
      case Type.LONG -> long.class;
      case Type.DOUBLE -> double.class;
      case Type.ARRAY -> load(type.getElementType(), type.getDimensions());
      default ->
        Elements.load(type.getInternalName(), loader)
            .orElseThrow(() -> new NotACall("class " + type.getClassName() + " is missing"));
    };
  }

  private Class<?> load(Type element, int dimensions) throws NotACall {
    Class<?> type = load(element);
    for (int i = 0; i < dimensions; i++) {
      type = type.arrayType();
    }
    return type;
  }
}
