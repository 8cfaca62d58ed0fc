package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The class files of a program at the time when its first function came. */
final class Snapshot {
  private final Map<String, UserClass> classes;
  private final boolean listed;
  private volatile @Nullable Digest digest;
  // softly: a program holds its loader, which must not keep itself alive
  private @Nullable SoftReference<Program> program;

  /**
   * These classes.
   *
   * @param classes by internal name
   * @param listed whether they are all there are: others could be found only by names
   */
  Snapshot(Map<String, UserClass> classes, boolean listed) {
    this.classes = classes;
    this.listed = listed;
  }

  boolean isListed() {
    return listed;
  }

  boolean contains(String internalName) {
    return classes.containsKey(internalName);
  }

  int size() {
    return classes.size();
  }

  /** Of all names and files. */
  Digest digest() {
    Digest known = digest;
    if (known == null) {
      FormWriter out = new FormWriter().number(classes.size());
      new TreeMap<>(classes).forEach((name, each) -> out.text(name).digest(each.digest()));
      known = out.toDigest();
      digest = known;
    }
    return known;
  }

  /** The program that they make. */
  synchronized Program program(ClassLoader loader) {
    Program known = program == null ? null : program.get();
    if (known == null) {
      known = new Program(loader, classes);
      program = new SoftReference<>(known);
    }
    return known;
  }
}
