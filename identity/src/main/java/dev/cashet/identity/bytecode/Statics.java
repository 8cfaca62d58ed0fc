package dev.cashet.identity.bytecode;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/** Static fields whose value is not what their initialiser made: assigned or filled by ordinary code of the user's. */
final class Statics {
  private static final Pattern CONTAINER = Pattern.compile(
      "Ljava/util/(concurrent/)?(atomic/)?\\w*(Map|List|Set|Deque|Queue|Collection|Vector|Stack|"
          + "Hashtable|Properties|BitSet|Atomic\\w+|LongAdder);");

  private static final Pattern FILLS = Pattern.compile(
      "(put|add|set|remove|clear|compute|merge|replace|push|pop|offer|poll|update|increment|"
          + "decrement|getAnd|retain|drain|sort|flip)(\\p{Lu}.*)?|\\w+AndGet");

  private final Program program;
  private final Map<String, Boolean> known = new HashMap<>();

  Statics(Program program) {
    this.program = program;
  }

  /** Whether code of the user's assigns the field, or fills the container in it, after the class was initialised. */
  boolean isChanged(Hole.OfField read) {
    ClassInfo named = program.find(read.owner());
    String member = read.name() + ":" + read.descriptor();
    ClassInfo owner = named == null ? null : program.hierarchy().fieldOwner(named, member);
    if (owner == null || !owner.isUser()) {
      return false;
    }
    Integer access = owner.header().fieldAccess(member);
    if (access == null || (access & Opcodes.ACC_SYNTHETIC) != 0) {
      return false;
    }
    boolean fixed = (access & Opcodes.ACC_FINAL) != 0;
    if (fixed && !CONTAINER.matcher(read.descriptor()).matches()) {
      return false;
    }
    return known.computeIfAbsent(
        owner.name() + "." + member, unused -> isChanged(owner, read.name(), read.descriptor()));
  }

  private boolean isChanged(ClassInfo owner, String name, String descriptor) {
    for (ClassInfo each : program.naming(owner)) {
      for (String selector : each.header().methods().keySet()) {
        Form form = each.form().method(selector);
        boolean lazy = each == owner
            && descriptor.equals("L" + owner.name() + ";")
            && selector.endsWith(")" + descriptor);
        if (form != null && !lazy && changes(form, name, descriptor)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean changes(Form form, String name, String descriptor) {
    boolean reads = false;
    boolean fills = false;
    for (Hole hole : form.holes()) {
      if (hole instanceof Hole.OfField field
          && field.name().equals(name)
          && field.descriptor().equals(descriptor)) {
        if (field.opcode() == Opcodes.PUTSTATIC) {
          return true;
        }
        reads |= field.opcode() == Opcodes.GETSTATIC;
      } else if (hole instanceof Hole.OfCall call) {
        fills |= call.code().owner().startsWith("java/util/")
            && FILLS.matcher(call.code().name()).matches();
      }
    }
    return reads && fills && CONTAINER.matcher(descriptor).matches();
  }
}
