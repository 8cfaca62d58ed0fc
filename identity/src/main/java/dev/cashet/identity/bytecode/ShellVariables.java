package dev.cashet.identity.bytecode;

import dev.cashet.identity.Target;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The variables of a shell that code reads. They are static fields of the wrapper classes, which have run already: reading
 * them runs nothing.
 */
final class ShellVariables {
  /** Not the classes that a snippet declares: their static fields are state like any class's. */
  private static final Pattern WRAPPER = Pattern.compile("REPL/\\$JShell\\$[0-9A-Za-z]+");

  private ShellVariables() {}

  /** Whether the class is one that the shell wraps snippets in. */
  static boolean isWrapper(String internalName) {
    return WRAPPER.matcher(internalName).matches();
  }

  /** The variables that the code reaches, by name. */
  static List<Target.Parameter> read(Program program, Reach reach) {
    Map<String, Target.Parameter> found = new TreeMap<>();
    for (int i = 2; i < reach.size(); i++) {
      for (Hole hole : holes(program, reach.node(i))) {
        if (hole instanceof Hole.OfField field
            && field.opcode() == Opcodes.GETSTATIC
            && isWrapper(field.owner())) {
          found.computeIfAbsent(field.name() + " " + field.owner(), unused -> read(program, field));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private static List<Hole> holes(Program program, Node node) {
    Form form = program.form(node);
    return form == null ? List.of() : form.holes();
  }

  private static Target.Parameter read(Program program, Hole.OfField field) {
    try {
      Field variable = field(program.loader(), field.owner(), field.name());
      return new Target.Parameter(field.name(), value(variable));
    } catch (NotACall e) {
      throw new dev.cashet.canonical.UnhashableException(
          "variable " + field.name(),
          field.owner().replace('/', '.'),
          String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Object value(Field variable) throws NotACall {
    try {
      return variable.get(null);
    } catch (IllegalAccessException e) {
      throw new NotACall("its value cannot be read");
    }
  }

  /** The field of a variable. */
  static Field field(ClassLoader loader, String owner, String name) throws NotACall {
    try {
      Class<?> type = Elements.load(owner, loader)
          .orElseThrow(() -> new NotACall("its class " + owner + " is missing"));
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException | RuntimeException e) {
      throw new NotACall("variable " + name + " cannot be read");
    }
  }
}
