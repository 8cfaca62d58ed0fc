package dev.cashet.executor.process;

import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The programs whose tasks one executor runs: one for each loader of functions. Safe for many threads. */
final class Programs {
  private static final String SOURCE_LAUNCHER = "com.sun.tools.javac.launcher.";

  private final CodeCopies copies;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<ClassLoader, Integer> numbers = new WeakHashMap<>();

  Programs(CodeCopies copies) {
    this.copies = copies;
  }

  /**
   * A function's program.
   *
   * @param program how the other process finds its classes
   * @param source the classes that it cannot find
   */
  record Known(Errand.Program program, ClassSource source) {}

  Known of(ClassLoader loader) {
    Set<java.nio.file.Path> places = Places.of(loader);
    ArrayList<String> addresses = new ArrayList<>(copies.addresses(
        places.stream().filter(place -> !Places.isOwnDirectory(place)).toList()));
    boolean inMemory = isAny(loader, false);
    boolean lasting = !isAny(loader, true);
    Errand.Program program =
        new Errand.Program(number(loader, lasting), addresses, inMemory, lasting);
    return new Known(program, new ClassSource(loader, places));
  }

  /** A shell may define a class again: its programs are new with every task. */
  private synchronized int number(ClassLoader loader, boolean lasting) {
    return lasting
        ? numbers.computeIfAbsent(loader, unused -> count.incrementAndGet())
        : count.incrementAndGet();
  }

  /** Whether a loader of the chain may make classes in memory, besides the source launcher, which never makes one twice. */
  private static boolean isAny(ClassLoader loader, boolean butTheLaunchers) {
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      boolean ordinary = each == ClassLoader.getSystemClassLoader()
          || each == ClassLoader.getPlatformClassLoader()
          || each.getClass() == URLClassLoader.class
          || each.getClass().getName().startsWith("jdk.internal.loader.")
          || butTheLaunchers && each.getClass().getName().startsWith(SOURCE_LAUNCHER);
      if (!ordinary) {
        return true;
      }
    }
    return false;
  }
}
