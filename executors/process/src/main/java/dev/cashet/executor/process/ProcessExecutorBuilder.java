package dev.cashet.executor.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Puts a {@link ProcessExecutor} together; everything has a default. For one thread. */
public final class ProcessExecutorBuilder {
  private static final long MIN_HEAP_BYTES = 2L << 20;

  private int workers = Runtime.getRuntime().availableProcessors();
  private final List<String> heap = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private Consumer<OutputLine> sink = ProcessExecutorBuilder::print;

  ProcessExecutorBuilder() {}

  /**
   * How many processes are kept for further tasks when they have nothing to do; 0 or more. More run when more threads
   * ask: threads bound how many tasks run at once.
   */
  public ProcessExecutorBuilder workers(int workers) {
    if (workers < 0) {
      throw new IllegalArgumentException("workers: cannot be negative: " + workers);
    }
    this.workers = workers;
    return this;
  }

  /** The heap of each process, and so of each task; at least 2 MiB. The default is the JVM's own. */
  public ProcessExecutorBuilder maxHeapBytes(long bytes) {
    if (bytes < MIN_HEAP_BYTES) {
      throw new IllegalArgumentException("maxHeapBytes: must be 2 MiB or more, not " + bytes);
    }
    heap.clear();
    heap.add("-Xmx" + (bytes >> 10) + "k");
    return this;
  }

  /** More options of the JVM, for example {@code -XX:+UseSerialGC}; those given before stay. */
  public ProcessExecutorBuilder jvmOptions(String... options) {
    this.options.addAll(List.of(options));
    return this;
  }

  /** What becomes of what tasks write; the default is {@link Output#PASS}. */
  public ProcessExecutorBuilder output(Output output) {
    sink = switch (Objects.requireNonNull(output, "output")) {
      case PASS -> ProcessExecutorBuilder::print;
      case CAPTURE -> line -> {};
    };
    return this;
  }

  /** Takes what tasks write, line by line; lines of several processes may come at once. */
  public ProcessExecutorBuilder output(Consumer<OutputLine> sink) {
    this.sink = Objects.requireNonNull(sink, "output");
    return this;
  }

  /**
   * The executor; its processes start with its first tasks.
   *
   * @throws IllegalStateException if the program's class files have changed since it started
   */
  public ProcessExecutor build() {
    Scratch scratch = Scratch.make();
    try {
      Set<java.nio.file.Path> places = Places.of(ProcessExecutor.class.getClassLoader());
      CodeCopies copies = new CodeCopies(scratch.path());
      copies.noteProgram(places);
      List<String> all = new ArrayList<>(List.of("-XX:+ExitOnOutOfMemoryError"));
      all.addAll(heap);
      all.addAll(options);
      ChildCommand command = ChildCommand.write(scratch.path(), all, places);
      Pool pool = new Pool(new Starter(command, scratch.path(), sink), workers);
      return new ProcessExecutor(scratch, new Programs(copies), pool);
    } catch (IOException e) {
      scratch.delete();
      throw new UncheckedIOException("cannot prepare for processes", e);
    } catch (RuntimeException e) {
      scratch.delete();
      throw e;
    }
  }

  private static void print(OutputLine line) {
    PrintStream out = line.error() ? System.err : System.out;
    out.println("[" + line.task() + " " + line.pid() + "] " + line.text());
  }
}
