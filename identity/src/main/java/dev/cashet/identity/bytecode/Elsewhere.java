package dev.cashet.identity.bytecode;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Objects that code outside a function made and keeps in static fields that the function reads. Calls of the user's types
 * reach every class anyway; here are the lambdas, and the classes of the user's behind types of the platform and of
 * libraries: those that answer a call that the function makes.
 */
final class Elsewhere {
  private final Program program;
  private final List<Form> forms;

  /**
   * Looks at what a function reaches.
   *
   * @param nodes that it reaches
   */
  Elsewhere(Program program, List<Node> nodes) {
    this.program = program;
    this.forms =
        nodes.stream().map(program::form).filter(java.util.Objects::nonNull).toList();
  }

  /** Whether a static field is read that can hold objects of other code's. */
  boolean isReadAtAll() {
    for (Form form : forms) {
      for (Hole hole : form.holes()) {
        if (isRead(hole) && program.statics().mayHold((Hole.OfField) hole)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRead(Hole hole) {
    return hole instanceof Hole.OfField field
        && field.opcode() == Opcodes.GETSTATIC
        && !field.owner().startsWith("java/");
  }

  /** What may be called on such objects. */
  Collection<Node> made() {
    Set<String> called = new LinkedHashSet<>();
    for (Form form : forms) {
      for (Hole hole : form.holes()) {
        if (isRead(hole) && program.statics().isFilled((Hole.OfField) hole)) {
          Type type = Type.getType(((Hole.OfField) hole).descriptor());
          Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
          called.add(element.getInternalName());
        }
      }
    }
    if (called.isEmpty()) {
      return Set.of();
    }
    for (Form form : forms) {
      for (Hole hole : form.holes()) {
        if (hole instanceof Hole.OfCall call
            && (call.opcode() == Opcodes.INVOKEINTERFACE
                || call.opcode() == Opcodes.INVOKEVIRTUAL)) {
          called.add(call.code().owner());
        }
      }
    }
    // everything answers these, and printing and comparing go through them
    called.remove("java/lang/Object");
    return answers(called);
  }

  private Collection<Node> answers(Set<String> called) {
    Set<Node> found = new LinkedHashSet<>();
    for (ClassInfo type : program.userClasses()) {
      if (type.header().isConcrete() && answersOutside(type, called)) {
        found.add(Node.of(Node.Kind.INSTANCE, type));
      }
    }
    for (Lambdas.Made each : program.lambdas()) {
      ClassInfo type = program.find(each.type());
      if (called.contains(each.type()) || type != null && answers(type, called)) {
        found.addAll(each.uses(program));
      }
    }
    return found;
  }

  private boolean answers(ClassInfo type, Set<String> called) {
    return program.hierarchy().withSupertypes(type).stream()
        .anyMatch(each -> called.contains(each.name()));
  }

  private boolean answersOutside(ClassInfo type, Set<String> called) {
    return program.hierarchy().withSupertypes(type).stream()
        .anyMatch(each -> !each.isUser() && called.contains(each.name()));
  }
}
