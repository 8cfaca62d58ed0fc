package dev.cashet.identity.bytecode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Static fields whose value is not what their initialiser made: assigned or filled by ordinary code of the user's. */
final class Statics {
  private static final Pattern CONTAINER = Pattern.compile(
      "Ljava/util/(concurrent/)?(atomic/)?\\w*(Map|List|Set|Deque|Queue|Collection|Vector|Stack|"
          + "Hashtable|Properties|BitSet|Atomic\\w+|LongAdder);");

  private static final Pattern FILLS = Pattern.compile(
      "(put|add|set|remove|clear|compute|merge|replace|push|pop|offer|poll|update|increment|"
          + "decrement|getAnd|retain|drain|sort|flip)(\\p{Lu}.*)?|\\w+AndGet");

  /** Values that lead to no others. */
  private static final Pattern PLAIN =
      Pattern.compile("\\[*[ZBCSIJFD]|\\[*L(java/lang/(String|Class|Integer|Long|"
          + "Double|Float|Short|Byte|Character|Boolean)|java/(math|time|text)/\\w+|java/util/(UUID|Locale|"
          + "regex/Pattern|logging/Logger|Random)|java/nio/charset/\\w+|java/lang/System\\$Logger|"
          + "org/slf4j/Logger|org/apache/logging/log4j/Logger);");

  private static final Pattern UNCHANGEABLE = Pattern.compile(
      "java/util/(List|Set|Map)\\.(of|copyOf|entry|ofEntries)|java/lang/\\w+\\.valueOf");

  private final Program program;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  Statics(Program program) {
    this.program = program;
  }

  /**
   * Whether objects that other code made may be reached from the field. Not: plain values, enum constants, what a compiler
   * made, classes without fields, unchangeable collections that the initialiser makes of constants.
   */
  boolean mayHold(Hole.OfField read) {
    ClassInfo named = program.find(read.owner());
    String member = read.name() + ":" + read.descriptor();
    ClassInfo owner = named == null ? null : program.hierarchy().fieldOwner(named, member);
    Integer access = owner == null ? null : owner.header().fieldAccess(member);
    if (owner == null || access == null || !owner.isUser()) {
      return false;
    }
    if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ENUM)) != 0
        || PLAIN.matcher(read.descriptor()).matches()) {
      return false;
    }
    boolean fixed = (access & Opcodes.ACC_FINAL) != 0;
    return !fixed || isHolder(read.descriptor()) && !isUnchangeable(owner, member);
  }

  /**
   * The same, and that other code does put something there, as far as can be seen: it assigns the field, fills the
   * collection in it, or the field has for good an object that a constructor of the user's made, which other code may set.
   */
  boolean isFilled(Hole.OfField read) {
    return mayHold(read) && (isChanged(read) || hasOwnObject(read));
  }

  private boolean hasOwnObject(Hole.OfField read) {
    String member = read.name() + ":" + read.descriptor();
    ClassInfo named = program.find(read.owner());
    ClassInfo owner = named == null ? null : program.hierarchy().fieldOwner(named, member);
    Integer access = owner == null ? null : owner.header().fieldAccess(member);
    return owner != null
        && access != null
        && (access & Opcodes.ACC_FINAL) != 0
        && Type.getType(read.descriptor()).getSort() == Type.OBJECT
        && !CONTAINER.matcher(read.descriptor()).matches()
        && owner.form().field(member) == null;
  }

  /** Whether an object of the type can lead to others that are set later. */
  private boolean isHolder(String descriptor) {
    ClassInfo type = descriptor.startsWith("L")
        ? program.user(descriptor.substring(1, descriptor.length() - 1))
        : null;
    if (type == null || type.header().isInterface() || !type.subtypes().isEmpty()) {
      return true;
    }
    return program.hierarchy().withSupertypes(type).stream()
        .anyMatch(each -> !each.header().isInterface() && !isPlain(each));
  }

  private static boolean isPlain(ClassInfo type) {
    return type.isUser()
        ? type.header().instanceFields().stream()
            .allMatch(each -> PLAIN.matcher(each).matches())
        : type.name().matches("java/lang/(Object|Record|Enum)");
  }

  /** Whether the field's own part of the initialiser makes a collection that nobody can change of constants. */
  private static boolean isUnchangeable(ClassInfo owner, String member) {
    Form part =
        owner.header().access("<clinit>()V") == null ? null : owner.form().field(member);
    if (part == null) {
      return false;
    }
    for (Hole hole : part.holes()) {
      boolean fixed = hole instanceof Hole.OfCall call
              && UNCHANGEABLE
                  .matcher(call.code().owner() + "." + call.code().name())
                  .matches()
          || hole instanceof Hole.OfField field
              && PLAIN.matcher(field.descriptor()).matches()
          || hole instanceof Hole.OfField own && own.opcode() == Opcodes.PUTSTATIC;
      if (!fixed) {
        return false;
      }
    }
    return true;
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
