package dev.cashet.canonical;

/** What belongs to the Java platform. */
final class Platform {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private Platform() {}

  /** Whether the class is the platform's own: its fields are not ours to read, and its code counts by version. */
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
