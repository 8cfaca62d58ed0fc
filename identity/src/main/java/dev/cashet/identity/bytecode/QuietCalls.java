package dev.cashet.identity.bytecode;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls that do nothing but compute their result, as far as a program can tell. */
final class QuietCalls {
  private static final List<String> LOGGERS =
      List.of("org/slf4j/", "org/apache/logging/log4j/", "org/apache/commons/logging/");

  private static final List<String> PACKAGES = List.of(
      "java/lang/",
      "java/math/",
      "java/nio/charset/",
      "java/nio/file/Path",
      "java/text/",
      "java/time/",
      "java/util/");

  private static final Set<String> LOUD = Set.of(
      "java/lang/System",
      "java/lang/Runtime",
      "java/lang/Thread",
      "java/lang/ThreadGroup",
      "java/lang/ClassLoader",
      "java/lang/ProcessBuilder",
      "java/lang/Process",
      "java/lang/Module",
      "java/lang/ModuleLayer",
      "java/util/ServiceLoader",
      "java/util/Timer",
      "java/util/prefs/Preferences");

  private static final Set<String> QUIET_OF_SYSTEM = Set.of(
      "nanoTime",
      "currentTimeMillis",
      "getProperty",
      "getenv",
      "lineSeparator",
      "identityHashCode");

  /** Takes a function and only keeps it. */
  private static final List<String> KEEPS_FUNCTIONS = List.of(
      "java/util/Comparator.",
      "java/util/function/",
      "java/lang/ThreadLocal.withInitial",
      "java/util/Map.of",
      "java/util/Map.entry",
      "java/util/List.of",
      "java/util/Set.of",
      "java/util/Arrays.asList");

  private static final Pattern CHANGES = Pattern.compile(
      "(set|register|load|exit|put|add|remove|clear|run|start|submit|execute)(\\p{Lu}.*)?");

  private QuietCalls() {}

  /**
   * Whether a call in a static initialiser can be left out where its result is not used.
   *
   * @param call the call
   * @param withLambda whether a lambda is made nearby, which the call might run
   */
  static boolean isQuiet(MethodInsnNode call, boolean withLambda) {
    if (call.owner.startsWith("[")) {
      return true;
    }
    if (LOGGERS.stream().anyMatch(call.owner::startsWith)) {
      return call.name.startsWith("get");
    }
    if (withLambda && !call.name.equals("<init>")) {
      String name = call.owner + "." + call.name;
      return KEEPS_FUNCTIONS.stream().anyMatch(name::startsWith);
    }
    if (call.owner.equals("java/lang/System")) {
      return QUIET_OF_SYSTEM.contains(call.name);
    }
    return PACKAGES.stream().anyMatch(call.owner::startsWith)
        && !LOUD.contains(call.owner)
        && !call.owner.startsWith("java/lang/reflect/")
        && !call.owner.startsWith("java/lang/invoke/")
        && !CHANGES.matcher(call.name).matches();
  }
}
