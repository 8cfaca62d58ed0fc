package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the class path but the user's own class files, which count by their content: the jars by path, size,
 * inode and the times of their last change, the time that no program can set among them. A file that changed moments ago
 * could change again within one tick of those times, so a stamp that is to be trusted later is taken of older files only.
 */
record ClassPathStamp(String text, Set<String> jars, long newestMillis) {
  private static final Duration TICK = Duration.ofSeconds(3);

  ClassPathStamp {
    jars = Set.copyOf(jars);
  }

  static List<String> entries() {
    List<String> entries = new ArrayList<>();
    for (String each : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      entries.add(each.isEmpty() ? "." : each);
    }
    return entries;
  }

  /** The stamp as it is now; null where files have no such times or there are other ways for classes to come in. */
  static @Nullable ClassPathStamp read() {
    if (System.getProperty("jdk.module.path") != null
        || System.getProperty("jdk.module.upgrade.path") != null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    Set<String> jars = new TreeSet<>();
    long newest = 0;
    try {
      for (String each : entries()) {
        Path path = Path.of(each).toAbsolutePath().normalize();
        text.append(path);
        if (Files.isRegularFile(path)) {
          Map<String, Object> now =
              Files.readAttributes(path, "unix:size,ino,ctime,lastModifiedTime");
          long changed = millis(now, "ctime");
          long modified = millis(now, "lastModifiedTime");
          newest = Math.max(newest, Math.max(changed, modified));
          jars.add(path.toString());
          text.append('|').append(new java.util.TreeMap<>(now));
        } else if (!Files.isDirectory(path)) {
          text.append("|absent");
        }
        text.append('\n');
      }
    } catch (IOException | RuntimeException e) {
      return null;
    }
    return new ClassPathStamp(text.toString(), jars, newest);
  }

  /** The digest of cashet's own class files in directories; empty if they lie where neither this nor the stamp reaches. */
  Optional<Digest> own() {
    FormWriter out = new FormWriter();
    for (String each : new TreeSet<>(Program.ownPlaces())) {
      if (!jars.contains(each)) {
        if (!new File(each).isDirectory()) {
          return Optional.empty();
        }
        ClassPlaces.eachInDirectory(
            Path.of(each), (name, bytes) -> out.text(name).digest(Digest.sha256(bytes)));
      }
    }
    return Optional.of(out.toDigest());
  }

  /** A time of a file; one that is never past where the file system has none. */
  private static long millis(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof FileTime time ? time.toMillis() : Long.MAX_VALUE;
  }

  /** Whether every jar was left alone for long enough that a later change would show. */
  boolean isSettled(long nowMillis) {
    return nowMillis - newestMillis >= TICK.toMillis();
  }

  /** Whether no jar names others, which would be on the class path without being seen here. */
  boolean isComplete() {
    for (String each : jars) {
      try (JarFile jar = new JarFile(new File(each), false)) {
        Manifest manifest = jar.getManifest();
        if (manifest != null
            && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
