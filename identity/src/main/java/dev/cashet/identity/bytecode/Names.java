package dev.cashet.identity.bytecode;

import dev.cashet.model.FunctionName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;

/** How people know a method. The names are for reading and never part of an identity. */
final class Names {
  private static final Pattern LAMBDA =
      Pattern.compile("lambda\\$(?<java>.+?)\\$[0-9a-f]+(\\$[0-9]+)?"
          + "|(?<kotlin>.+?)\\$lambda\\$[0-9$]+"
          + "|(?<dotty>.+?)\\$\\$anonfun\\$(adapted\\$)?[0-9]+"
          + "|(.*\\$)?\\$anonfun\\$(adapted\\$)?(?<scala>.+?)?(\\$[0-9]+)");

  private static final Pattern SCALA = Pattern.compile("(?<=[^.$])(\\$package)?\\$$");
  private static final Pattern NESTING = Pattern.compile("(?<=[^.$])\\$+(?=[^.$])");
  private static final Pattern ANONYMOUS = Pattern.compile("\\.[0-9]+(?=\\.|$)");
  private static final Pattern LOCAL = Pattern.compile("\\.[0-9]+(?=[^.0-9])");
  private static final Pattern SHELL = Pattern.compile("REPL/\\$JShell\\$[0-9A-Z]+(\\$|$)");

  private Names() {}

  /** The name of a method, constructor or lambda body. */
  static FunctionName of(CodeRef code) {
    String owner = withoutShell(code.owner());
    String method = method(code.name());
    if (owner.isEmpty()) {
      return new FunctionName(method, method);
    }
    String outer = dotted(owner);
    int cut = outer.lastIndexOf('.', namedEnd(outer));
    return new FunctionName(outer.substring(cut + 1) + "." + method, outer + "." + method);
  }

  /** The name of a parameterised part for people: {@code app.Stats.mean(double[])}. */
  static String described(CodeRef code) {
    StringBuilder out = new StringBuilder(of(code).qualifiedName()).append('(');
    String separator = "";
    for (Type type : Type.getArgumentTypes(code.descriptor())) {
      String name = type.getClassName();
      out.append(separator).append(name.substring(name.lastIndexOf('.') + 1));
      separator = ", ";
    }
    return out.append(')').toString();
  }

  /** A class for people, with its package. */
  static String type(String internalName) {
    String name = withoutShell(internalName);
    return name.isEmpty() ? "shell" : dotted(name);
  }

  private static String withoutShell(String internalName) {
    if (!internalName.startsWith("REPL/")) {
      return internalName;
    }
    Matcher shell = SHELL.matcher(internalName);
    return shell.lookingAt() ? internalName.substring(shell.end()) : internalName;
  }

  /** Anonymous and local classes have numbers for names: {@code Main$1} reads {@code Main/anonymous}. */
  private static String dotted(String internalName) {
    String dotted = internalName.replace('/', '.');
    if (dotted.indexOf('$') < 0) {
      return dotted;
    }
    // Scala's modules, and what holds a file's top-level methods
    dotted = SCALA.matcher(dotted).replaceFirst("");
    dotted = NESTING.matcher(dotted).replaceAll(".");
    dotted = ANONYMOUS.matcher(dotted).replaceAll("/anonymous");
    return LOCAL.matcher(dotted).replaceAll(".");
  }

  private static String method(String name) {
    if (name.equals("<init>")) {
      return "new";
    }
    if (name.indexOf('$') < 0) {
      return name;
    }
    Matcher lambda = LAMBDA.matcher(name);
    if (!lambda.matches()) {
      return name;
    }
    for (String language : new String[] {"java", "kotlin", "dotty", "scala"}) {
      if (lambda.group(language) != null) {
        // a shell runs each snippet in a method of its own making
        return lambda.group(language).equals("do_it$") ? "λ" : lambda.group(language) + "/λ";
      }
    }
    return "λ";
  }

  private static int namedEnd(String outer) {
    int slash = outer.indexOf('/');
    return slash < 0 ? outer.length() : slash;
  }
}
