package dev.cashet.codec;

/** What belongs to the Java platform. */
final class Jdk {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private Jdk() {}

  static boolean owns(Class<?> type) {
    if (type.isPrimitive()) {
      return true;
    }
    ClassLoader loader = type.getClassLoader();
    if (loader == null || loader == PLATFORM) {
      return true;
    }
    String module = type.getModule().getName();
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }
}
