package dev.cashet.identity.bytecode;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a class file comes from, read off the address of its resource.
 *
 * @param kind what sort of place
 * @param place the directory or jar; for nested jars the address up to the entry; empty where there is none
 * @param prefix inside the place, for example {@code BOOT-INF/classes/}; mostly empty
 */
record Origin(Kind kind, String place, String prefix) {
  /** What sort of place. */
  enum Kind {
    /** The Java platform. */
    PLATFORM,
    /** A directory of class files. */
    DIRECTORY,
    /** A jar file. */
    JAR,
    /** A module inside a run-time image that is not the platform's. */
    IMAGE,
    /** Memory, a shell, a bundle: can be read by name but not listed. */
    UNLISTED,
    /** No such resource. */
    MISSING
  }

  static final Origin PLATFORM = new Origin(Kind.PLATFORM, "", "");
  static final Origin MISSING = new Origin(Kind.MISSING, "", "");

  /** The origin of a class by its internal name, as {@code loader} sees it. */
  static Origin of(ClassLoader loader, String className) {
    if (className.startsWith("java/") || className.startsWith("jdk/")) {
      return PLATFORM;
    }
    Origin origin = of(loader.getResource(className + ".class"), className);
    // some loaders give class files and say nothing of where they are
    return origin.kind() == Kind.MISSING && ClassFiles.exists(loader, className)
        ? new Origin(Kind.UNLISTED, "", "")
        : origin;
  }

  private static Origin of(@Nullable URL url, String className) {
    if (url == null) {
      return MISSING;
    }
    String file = className + ".class";
    String text = url.toString();
    if (!text.endsWith(file)) {
      return new Origin(Kind.UNLISTED, text, "");
    }
    String base = text.substring(0, text.length() - file.length());
    return switch (url.getProtocol()) {
      case "jrt" -> ofImage(base);
      case "file" -> new Origin(Kind.DIRECTORY, path(base), "");
      case "jar" -> ofJar(base);
      default -> new Origin(Kind.UNLISTED, base, "");
    };
  }

  private static Origin ofImage(String base) {
    String module = base.substring("jrt:/".length()).split("/", 2)[0];
    boolean platform = module.startsWith("java.") || module.startsWith("jdk.");
    return platform ? PLATFORM : new Origin(Kind.IMAGE, module, "");
  }

  private static Origin ofJar(String base) {
    String inner = base.substring("jar:".length());
    int bang = inner.indexOf("!/");
    if (!inner.startsWith("file:") || bang < 0) {
      return new Origin(Kind.UNLISTED, base, "");
    }
    String prefix = inner.substring(bang + 2);
    if (prefix.contains("!/")) {
      return new Origin(Kind.UNLISTED, base, "");
    }
    // a class of a multi-release jar belongs to the jar, whatever the version directory
    if (prefix.startsWith("META-INF/versions/")) {
      prefix = "";
    }
    return new Origin(Kind.JAR, path(inner.substring(0, bang)), prefix);
  }

  private static String path(String fileUrl) {
    return Path.of(URI.create(fileUrl)).toString();
  }
}
