package dev.cashet.executor.process;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process and all that it started. */
final class ProcessTree {
  private static final long PATIENCE_SECONDS = 10;

  private ProcessTree() {}

  /** Ends them at once and waits until the first has ended. */
  static void kill(Process process) {
    // Looked up while the parent lives: afterwards its children are nobody's.
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessTree::killWithChildren);
    boolean interrupted = false;
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void killWithChildren(ProcessHandle handle) {
    List<ProcessHandle> below = handle.descendants().toList();
    handle.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }
}
