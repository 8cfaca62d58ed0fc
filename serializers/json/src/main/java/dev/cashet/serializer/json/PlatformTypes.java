package dev.cashet.serializer.json;

import java.lang.reflect.Modifier;
import java.util.Set;

/** The platform's classes that a document may name or hold: data, and nothing that looks anything up. */
final class PlatformTypes {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
  private static final Set<String> LANG = Set.of(
      "Object",
      "Number",
      "String",
      "CharSequence",
      "Comparable",
      "Iterable",
      "Boolean",
      "Byte",
      "Short",
      "Character",
      "Integer",
      "Long",
      "Float",
      "Double",
      "StringBuilder");
  private static final Set<String> UTIL = Set.of(
      "AbstractMap$SimpleEntry",
      "AbstractMap$SimpleImmutableEntry",
      "ArrayDeque",
      "ArrayList",
      "Collection",
      "Currency",
      "Date",
      "Deque",
      "EnumMap",
      "EnumSet",
      "HashMap",
      "HashSet",
      "Hashtable",
      "LinkedHashMap",
      "LinkedHashSet",
      "LinkedList",
      "List",
      "Locale",
      "Map",
      "Map$Entry",
      "NavigableMap",
      "NavigableSet",
      "Optional",
      "OptionalDouble",
      "OptionalInt",
      "OptionalLong",
      "PriorityQueue",
      "Queue",
      "SequencedCollection",
      "SequencedMap",
      "SequencedSet",
      "Set",
      "SortedMap",
      "SortedSet",
      "Stack",
      "TreeMap",
      "TreeSet",
      "UUID",
      "Vector",
      "concurrent.ConcurrentHashMap",
      "concurrent.ConcurrentLinkedDeque",
      "concurrent.ConcurrentLinkedQueue",
      "concurrent.ConcurrentMap",
      "concurrent.ConcurrentSkipListMap",
      "concurrent.ConcurrentSkipListSet",
      "concurrent.CopyOnWriteArrayList",
      "concurrent.CopyOnWriteArraySet",
      "concurrent.atomic.AtomicBoolean",
      "concurrent.atomic.AtomicInteger",
      "concurrent.atomic.AtomicLong",
      "concurrent.atomic.AtomicReference",
      "regex.Pattern");

  private PlatformTypes() {}

  static boolean owns(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == PLATFORM;
  }

  /** Whether an object of this class of the platform may come out of a document. */
  static boolean isData(Class<?> type) {
    return type.isPrimitive() || isData(type.getName());
  }

  static boolean isData(String name) {
    if (name.startsWith("java.time.") || name.startsWith("java.math.Big")) {
      return !name.contains("Clock") && name.lastIndexOf('.') == 9;
    }
    if (name.startsWith("java.util.")) {
      return UTIL.contains(name.substring("java.util.".length()));
    }
    if (name.startsWith("java.lang.")) {
      return LANG.contains(name.substring("java.lang.".length()));
    }
    return switch (name) {
      case "java.net.URI", "java.io.File", "java.nio.file.Path", "java.nio.ByteBuffer" -> true;
      case "java.nio.charset.Charset" -> true;
      default -> false;
    };
  }

  /** Whether it can be made without arguments, so that it may stand for itself. */
  static boolean isConcrete(Class<?> type) {
    return Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers());
  }
}
