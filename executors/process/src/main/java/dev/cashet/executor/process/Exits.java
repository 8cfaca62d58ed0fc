package dev.cashet.executor.process;

import java.util.Map;

/** What the exit code of a process says. */
final class Exits {
  private static final int SIGNALLED = 128;
  private static final int OUT_OF_MEMORY = 3;
  private static final Map<Integer, String> SIGNALS = Map.of(
      1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE",
      9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

  private Exits() {}

  /** In words. A JVM that was told to end when memory runs out does so with code 3 and says why. */
  static String describe(int code, String output) {
    if (code == OUT_OF_MEMORY && output.contains("java.lang.OutOfMemoryError")) {
      return "ran out of memory (exit code " + code + ")";
    }
    if (code > SIGNALLED) {
      int signal = code - SIGNALLED;
      String name = SIGNALS.get(signal);
      return "was ended by signal " + signal + (name == null ? "" : " (" + name + ")");
    }
    return "ended with exit code " + code;
  }
}
