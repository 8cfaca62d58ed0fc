package dev.cashet.identity.bytecode;

import dev.cashet.canonical.UnhashableException;
import dev.cashet.model.Digest;
import dev.cashet.model.KeyTree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A sound identity without precision: everything that the program could reach, by content. */
final class CoarseIdentity {
  private final Map<String, byte[]> user = new TreeMap<>();
  private final Set<Path> jars = new TreeSet<>();
  private final ClassLoader loader;

  CoarseIdentity(ClassLoader loader) {
    this.loader = loader;
  }

  CoarseKey identify(CodeTarget target, Collection<Class<?>> more) {
    FunctionSite site = target.site();
    CodeRef code = site.code();
    Origin origin = Origin.of(loader, code.owner());
    if (origin.kind() == Origin.Kind.MISSING) {
      throw new UnhashableException(
          "function " + site.name().qualifiedName(),
          code.owner().replace('/', '.'),
          "its class file cannot be read from its loader; use classes from a directory, a jar, a"
              + " module or the source launcher");
    }
    ClassPlaces.directories(loader)
        .forEach(each -> ClassPlaces.eachInDirectory(each, user::putIfAbsent));
    if (origin.kind() == Origin.Kind.JAR) {
      ClassPlaces.eachInJar(Path.of(origin.place()), origin.prefix(), user::putIfAbsent);
    }
    reach(code.owner());
    more.forEach(each -> reach(each.getName().replace('.', '/')));
    classPathJars();
    MessageDigest digest = Digest.newSha256();
    text(digest, "cashet coarse function 1");
    text(digest, code.owner() + "." + code.selector() + " " + site.adaptation());
    text(digest, "java " + Runtime.version().feature());
    user.forEach((name, bytes) -> {
      text(digest, name);
      digest.update(Digest.sha256(bytes).toBytes());
    });
    for (Path jar : jars) {
      digest.update(fileDigest(jar).toBytes());
    }
    Digest value = Digest.of(digest.digest());
    KeyTree.Part root =
        new KeyTree.Part(KeyTree.Kind.METHOD, site.name().qualifiedName(), value, List.of());
    return new CoarseKey(site.name(), value, new KeyTree(List.of(root)), Set.copyOf(user.keySet()));
  }

  /** Classes that no listing shows: the source launcher's and a shell's, as far as names lead. */
  private void reach(String first) {
    Deque<String> left = new ArrayDeque<>(List.of(first));
    Set<String> seen = new TreeSet<>();
    while (!left.isEmpty()) {
      String name = left.remove();
      if (!seen.add(name)) {
        continue;
      }
      Origin.Kind kind = Origin.of(loader, name).kind();
      if (user.containsKey(name) || kind == Origin.Kind.UNLISTED || kind == Origin.Kind.IMAGE) {
        byte[] bytes =
            user.computeIfAbsent(name, each -> ClassFiles.read(loader, each).orElseThrow());
        left.addAll(ConstantPool.classNames(bytes));
      }
    }
  }

  private void classPathJars() {
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      if (entry.endsWith(".jar") && Files.isRegularFile(Path.of(entry))) {
        jars.add(Path.of(entry));
      }
    }
  }

  private static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >>> 24));
    digest.update((byte) (bytes.length >>> 16));
    digest.update((byte) (bytes.length >>> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
  }

  private static Digest fileDigest(Path file) {
    try {
      return Digest.sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read library " + file, e);
    }
  }
}
