package dev.cashet.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Programs to be killed, started and warmed up ahead of their time so that a round costs no start of a JVM. */
final class KilledPrograms implements AutoCloseable {
  private static final String PROGRAM = "dev.cashet.acceptance.program.Restless";
  private static final int AHEAD = 3;

  private final Path scratch;
  private final Deque<Child> waiting = new ArrayDeque<>();

  KilledPrograms(Path scratch) throws IOException {
    this.scratch = scratch;
    for (int i = 0; i < AHEAD; i++) {
      startOne();
    }
  }

  /** One that is ready. */
  Child next() throws IOException, InterruptedException {
    startOne();
    Child child = waiting.removeFirst();
    child.line("ready");
    return child;
  }

  @Override
  public void close() {
    waiting.forEach(Child::close);
  }

  private void startOne() throws IOException {
    Path practice = Files.createTempDirectory(scratch, "practice");
    waiting.addLast(ChildJvm.standard().start(PROGRAM, practice.toString()));
  }
}
