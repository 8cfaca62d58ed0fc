package dev.cashet.identity.bytecode;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Static fields whose value is not what their initialiser made: assigned by ordinary code of the user's. */
final class Statics {
  private final Program program;
  private final Map<String, Boolean> known = new HashMap<>();

  Statics(Program program) {
    this.program = program;
  }

  boolean isAssigned(Hole.OfField read) {
    ClassInfo named = program.find(read.owner());
    String member = read.name() + ":" + read.descriptor();
    ClassInfo owner = named == null ? null : program.hierarchy().fieldOwner(named, member);
    if (owner == null || !owner.isUser()) {
      return false;
    }
    Integer access = owner.header().fieldAccess(member);
    if (access == null || (access & (Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC)) != 0) {
      return false;
    }
    return known.computeIfAbsent(
        owner.name() + "." + member, unused -> isAssigned(owner, read.name(), read.descriptor()));
  }

  private boolean isAssigned(ClassInfo owner, String name, String descriptor) {
    for (ClassInfo each : program.userClasses()) {
      if (each != owner && !each.names(owner.name())) {
        continue;
      }
      for (String selector : each.header().methods().keySet()) {
        Form form = each.form().method(selector);
        boolean lazy = each == owner
            && descriptor.equals("L" + owner.name() + ";")
            && selector.endsWith(")" + descriptor);
        if (form != null && !lazy && assigns(form, name, descriptor)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean assigns(Form form, String name, String descriptor) {
    for (Hole hole : form.holes()) {
      if (hole instanceof Hole.OfField field
          && field.opcode() == Opcodes.PUTSTATIC
          && field.name().equals(name)
          && field.descriptor().equals(descriptor)) {
        return true;
      }
    }
    return false;
  }
}
