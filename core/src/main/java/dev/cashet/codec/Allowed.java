package dev.cashet.codec;

import java.util.Set;

/** The platform's classes that may be created from stored bytes without anybody's leave: data, nothing that acts. */
final class Allowed {
  private static final Set<String> IN_JAVA_STREAMS = Set.of(
      "java.lang.Object",
      "java.lang.Number",
      "java.lang.String",
      "java.lang.Boolean",
      "java.lang.Byte",
      "java.lang.Short",
      "java.lang.Character",
      "java.lang.Integer",
      "java.lang.Long",
      "java.lang.Float",
      "java.lang.Double",
      "java.lang.Enum",
      "java.lang.StackTraceElement",
      "java.lang.StringBuilder",
      "java.lang.StringBuffer",
      "java.math.BigDecimal",
      "java.math.BigInteger",
      "java.math.MathContext",
      "java.math.RoundingMode",
      "java.net.URI",
      "java.time.Ser",
      "java.util.concurrent.atomic.AtomicBoolean",
      "java.util.concurrent.atomic.AtomicInteger",
      "java.util.concurrent.atomic.AtomicLong",
      "java.util.concurrent.atomic.AtomicReference",
      "java.util.concurrent.ConcurrentHashMap",
      "java.util.concurrent.ConcurrentHashMap$Segment",
      "java.util.concurrent.CopyOnWriteArrayList",
      "java.util.concurrent.locks.ReentrantLock",
      "java.util.concurrent.locks.ReentrantLock$Sync",
      "java.util.concurrent.locks.ReentrantLock$NonfairSync",
      "java.util.concurrent.locks.AbstractQueuedSynchronizer",
      "java.util.concurrent.locks.AbstractOwnableSynchronizer",
      "java.util.regex.Pattern");

  private static final Set<String> IN_JAVA_UTIL = Set.of(
      "AbstractCollection",
      "AbstractList",
      "AbstractMap",
      "AbstractMap$SimpleEntry",
      "AbstractMap$SimpleImmutableEntry",
      "AbstractSet",
      "ArrayDeque",
      "ArrayList",
      "Arrays$ArrayList",
      "BitSet",
      "CollSer",
      "Currency",
      "Date",
      "EnumMap",
      "EnumSet",
      "EnumSet$SerializationProxy",
      "HashMap",
      "HashMap$Node",
      "HashSet",
      "Hashtable",
      "LinkedHashMap",
      "LinkedHashSet",
      "LinkedList",
      "Locale",
      "Map$Entry",
      "Properties",
      "Random",
      "SimpleTimeZone",
      "Stack",
      "TimeZone",
      "TreeMap",
      "TreeSet",
      "UUID",
      "Vector");

  /** Our own values: text and nothing that acts. */
  private static final Set<String> OURS =
      Set.of("dev.cashet.InputFile", "dev.cashet.InputDirectory");

  private Allowed() {}

  static boolean ours(String name) {
    return OURS.contains(name);
  }

  /** The name of what an array is of, or the name itself. */
  static String element(String name) {
    if (!name.startsWith("[")) {
      return name;
    }
    String element = name.substring(name.lastIndexOf('[') + 1);
    return element.startsWith("L") && element.endsWith(";")
        ? element.substring(1, element.length() - 1)
        : element;
  }

  private static boolean isPrimitive(String element) {
    return switch (element) {
      case "boolean", "byte", "short", "char", "int", "long", "float", "double", "void" -> true;
      default -> element.length() == 1;
    };
  }

  /** Classes that a stream of Java serialization may make. */
  static boolean inJavaStream(String name, ClassLoader loader) {
    String element = element(name);
    if (isPrimitive(element) && (name.startsWith("[") || element.length() > 1)) {
      return true;
    }
    if (IN_JAVA_STREAMS.contains(element)) {
      return true;
    }
    if (element.startsWith("java.util.")) {
      String simple = element.substring("java.util.".length());
      return IN_JAVA_UTIL.contains(simple)
          || simple.startsWith("Collections$Unmodifiable")
          || simple.startsWith("Collections$Empty")
          || simple.startsWith("Collections$Singleton")
          || isThrowable(element, loader);
    }
    return isThrowable(element, loader);
  }

  /** The platform's exceptions: their classes do nothing on their own. */
  private static boolean isThrowable(String name, ClassLoader loader) {
    if (!name.startsWith("java.")
        || !(name.endsWith("Exception") || name.endsWith("Error") || name.endsWith("Throwable"))) {
      return false;
    }
    try {
      Class<?> type = Class.forName(name, false, loader);
      return Throwable.class.isAssignableFrom(type) && Jdk.owns(type);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Classes that may be named where no object of them is made: values that are classes, components of arrays. */
  static boolean asName(String name) {
    String element = element(name);
    return isPrimitive(element) || element.startsWith("java.");
  }
}
