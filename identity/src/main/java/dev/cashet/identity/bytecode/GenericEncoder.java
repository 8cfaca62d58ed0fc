package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.ClassNode;

/**
 * Type arguments that reflection sees on objects of a class: {@code new TypeReference<List<Order>>() {}} has no other
 * content. Those of its supertypes, fields and record components count; type variables by their number, since their names say
 * nothing.
 */
final class GenericEncoder {
  private final FormEncoder out;
  private final List<String> variables = new ArrayList<>();

  GenericEncoder(FormEncoder out) {
    this.out = out;
  }

  /** The class's supertypes with their arguments; nothing where none has any. */
  void supertypes(ClassNode type) {
    if (type.signature == null) {
      return;
    }
    Supertypes supertypes = new Supertypes(type.outerClass != null);
    new SignatureReader(type.signature).accept(supertypes);
  }

  /** The type of a field or component; nothing where it is not generic. */
  void type(@Nullable String signature) {
    if (signature != null) {
      out.out().tag('<');
      new SignatureReader(signature).acceptType(new Arguments(false, false));
      out.out().tag('>');
    }
  }

  /** Skips the class's own variables' bounds and reads what it extends. */
  private final class Supertypes extends SignatureVisitor {
    private final boolean anonymous;

    /**
     * Reads a class's signature.
     *
     * @param anonymous whether the class is written where it is used: what it names may be made by reflection
     */
    Supertypes(boolean anonymous) {
      super(Opcodes.ASM9);
      this.anonymous = anonymous;
    }

    @Override
    public void visitFormalTypeParameter(String name) {
      variables.add(name);
    }

    @Override
    public SignatureVisitor visitClassBound() {
      return new SignatureVisitor(Opcodes.ASM9) {};
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
      return new SignatureVisitor(Opcodes.ASM9) {};
    }

    @Override
    public SignatureVisitor visitSuperclass() {
      out.out().tag('<');
      return new Arguments(false, anonymous);
    }

    @Override
    public SignatureVisitor visitInterface() {
      out.out().tag('<');
      return new Arguments(false, anonymous);
    }
  }

  /** Writes a type with its arguments. */
  private final class Arguments extends SignatureVisitor {
    private final boolean made;
    private final boolean inner;

    /**
     * Writes one type.
     *
     * @param made whether the class that it names may be made by reflection
     * @param inner the same for its arguments
     */
    Arguments(boolean made, boolean inner) {
      super(Opcodes.ASM9);
      this.made = made;
      this.inner = inner;
    }

    @Override
    public void visitBaseType(char descriptor) {
      out.out().tag('p').text(String.valueOf(descriptor));
    }

    @Override
    public void visitTypeVariable(String name) {
      out.out().tag('v').number(variables.indexOf(name));
    }

    @Override
    public SignatureVisitor visitArrayType() {
      out.out().tag('[');
      return this;
    }

    @Override
    public void visitClassType(String name) {
      out.type(name);
      if (made) {
        out.hole(new Hole.OfLiteral(name, out.main()));
      }
    }

    @Override
    public void visitInnerClassType(String name) {
      out.out().tag('.').text(name);
    }

    @Override
    public void visitTypeArgument() {
      out.out().tag('*');
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      out.out().tag(wildcard);
      return new Arguments(inner, inner);
    }

    @Override
    public void visitEnd() {
      out.out().tag(';');
    }
  }
}
