package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import dev.cashet.model.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Jars by content, closed over the jars that they name in turn. A jar is read again when its size or time changes. */
final class Libraries {
  private record Stamp(long size, long time) {}

  private record Read(Stamp stamp, Library library, Set<String> names) {}

  /**
   * Libraries with all that they refer to.
   *
   * @param libraries sorted by digest
   * @param jars their paths
   */
  record Closure(Collection<Library> libraries, Set<String> jars) {}

  private static final Map<String, Read> READ = new ConcurrentHashMap<>();

  private Libraries() {}

  /** The libraries of these jars and of the jars that they refer to. */
  static Closure closed(ClassLoader loader, Set<String> jars, Set<String> excluded) {
    Map<Digest, Library> found = new TreeMap<>();
    Deque<String> left = new ArrayDeque<>(jars);
    Set<String> seen = new HashSet<>(jars);
    while (!left.isEmpty()) {
      Read read = read(left.remove());
      found.put(read.library().digest(), read.library());
      for (String name : read.names()) {
        Origin origin = Origin.of(loader, name);
        if (origin.kind() == Origin.Kind.JAR
            && !excluded.contains(origin.place())
            && seen.add(origin.place())) {
          left.add(origin.place());
        }
      }
    }
    return new Closure(found.values(), Set.copyOf(seen));
  }

  private static Read read(String jar) {
    try {
      BasicFileAttributes now = Files.readAttributes(Path.of(jar), BasicFileAttributes.class);
      Stamp stamp = new Stamp(now.size(), now.lastModifiedTime().toMillis());
      Read known = READ.get(jar);
      if (known == null || !known.stamp().equals(stamp)) {
        known = read(Path.of(jar), stamp);
        READ.put(jar, known);
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read library " + jar, e);
    }
  }

  private static Read read(Path jar, Stamp stamp) throws IOException {
    Digest digest = Digest.sha256(Files.readAllBytes(jar));
    Set<String> own = new HashSet<>();
    Set<String> named = new HashSet<>();
    ClassPlaces.eachInJar(jar, "", (name, bytes) -> {
      own.add(name);
      for (String each : ConstantPool.classNames(bytes)) {
        if (!each.startsWith("java/")) {
          named.add(each);
        }
      }
    });
    named.removeAll(own);
    return new Read(stamp, describe(jar, digest), Set.copyOf(named));
  }

  private static Library describe(Path jar, Digest digest) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      JarEntry coordinates = null;
      int count = 0;
      for (JarEntry each : file.stream().toList()) {
        if (each.getName().startsWith("META-INF/maven/")
            && each.getName().endsWith("/pom.properties")) {
          coordinates = each;
          count++;
        }
      }
      // a jar with several has others inside: which one names it is not known
      if (coordinates != null && count == 1) {
        Properties properties = new Properties();
        try (InputStream in = file.getInputStream(coordinates)) {
          properties.load(in);
        }
        String group = properties.getProperty("groupId", "");
        String artifact = properties.getProperty("artifactId", "");
        return new Library(group + ":" + artifact, properties.getProperty("version", ""), digest);
      }
    }
    return new Library(String.valueOf(jar.getFileName()), "", digest);
  }
}
