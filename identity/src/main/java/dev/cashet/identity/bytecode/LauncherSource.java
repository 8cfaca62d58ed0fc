package dev.cashet.identity.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The top-level classes of a program that the source launcher ({@code java File.java}) compiled in memory, where nothing
 * lists them. The file is only searched for names; the code comes from the loader.
 */
final class LauncherSource {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE = Pattern.compile(
      "\\b(?:class|interface|enum|record)\\s+(\\w+)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern COMMAND =
      Pattern.compile("^jdk\\.compiler/com\\.sun\\.tools\\.javac\\.launcher\\.\\w+\\s+(.*)$");

  private LauncherSource() {}

  /** Internal names that may be classes of the launched file; empty if the launcher did not make the class. */
  static List<String> classNames(Origin origin) {
    Matcher command = COMMAND.matcher(System.getProperty("sun.java.command", ""));
    if (origin.kind() != Origin.Kind.UNLISTED || !command.matches()) {
      return List.of();
    }
    String arguments = command.group(1);
    int end = arguments.indexOf(".java");
    Path file = Path.of(end < 0 ? arguments : arguments.substring(0, end + ".java".length()));
    try {
      return classNames(Files.readString(file));
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  static List<String> classNames(String source) {
    Matcher where = PACKAGE.matcher(source);
    String prefix = where.find() ? where.group(1).replace('.', '/') + "/" : "";
    List<String> names = new ArrayList<>();
    Matcher types = TYPE.matcher(source);
    while (types.find()) {
      names.add(prefix + types.group(1));
    }
    return names;
  }
}
