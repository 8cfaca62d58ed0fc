package dev.cashet.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The end of a program that did not close its clients: Ctrl-C, a signal, {@code System.exit} within a task, or a main
 * thread that ends while daemon threads run tasks. Their claims are released, for stores that cannot see a process die.
 */
final class Shutdown {
  /** A store may be held by a process that stands still; a program that ends does not wait for it. */
  private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(1);

  private static final Set<Heartbeat> OPEN = ConcurrentHashMap.newKeySet();
  private static boolean hooked;

  private Shutdown() {}

  static void remember(Heartbeat heartbeat) {
    OPEN.add(heartbeat);
    hook();
  }

  static void forget(Heartbeat heartbeat) {
    OPEN.remove(heartbeat);
  }

  private static synchronized void hook() {
    if (hooked) {
      return;
    }
    hooked = true;
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::run, "cashet shutdown"));
    } catch (IllegalStateException e) {
      // The program ends already; leases and the kernel's locks do the rest.
    }
  }

  private static void run() {
    Thread releasing =
        new Thread(() -> OPEN.forEach(Heartbeat::releaseAll), "cashet releases claims");
    releasing.setDaemon(true);
    releasing.setUncaughtExceptionHandler((thread, error) -> {});
    releasing.start();
    try {
      releasing.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
