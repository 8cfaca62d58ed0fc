package dev.cashet.tck;

import dev.cashet.Fn1;
import dev.cashet.Fn2;
import dev.cashet.codec.Serializers;
import dev.cashet.executor.Surroundings;
import dev.cashet.executor.Task;
import dev.cashet.model.FunctionName;
import dev.cashet.model.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Tasks for executors, which may run in another process: what they do shows in their result or in files. */
public final class ExecutorTasks {
  static final FunctionName NAME = new FunctionName("Sample.run", "sample.Sample.run");

  private ExecutorTasks() {}

  /**
   * A value of a class that is not the platform's.
   *
   * @param name a text
   * @param numbers a list
   */
  public record Row(String name, List<Integer> numbers) {}

  /** An exception whose class is not on any list. */
  public static final class OddException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a message. */
    public OddException(String message) {
      super(message);
    }
  }

  /** A call of the function as a task. */
  public static <A> Task task(Fn1<A, ?> function, A a, Optional<Duration> timeout) {
    Invocation call = new Invocation(function, Arrays.asList(a), () -> function.call(a));
    return new Task(NAME, call, timeout, surroundings());
  }

  /** A call of the function as a task. */
  public static <A, B> Task task(Fn2<A, B, ?> function, A a, B b, Optional<Duration> timeout) {
    Invocation call = new Invocation(function, Arrays.asList(a, b), () -> function.call(a, b));
    return new Task(NAME, call, timeout, surroundings());
  }

  private static Surroundings surroundings() {
    return new Surroundings(
        Serializers.standard(), name -> name.equals(Row.class.getName()), Optional.empty());
  }

  static Row row(Row row) {
    List<Integer> more = new ArrayList<>(row.numbers());
    more.add(row.numbers().size());
    return new Row(row.name() + "!", more);
  }

  static int twice(int n) {
    return 2 * n;
  }

  static List<Integer> add(List<Integer> numbers) {
    numbers.add(7);
    return numbers;
  }

  // The value that nobody checks.
  @SuppressWarnings("NullAway")
  static String nothing(int n) {
    return null;
  }

  static String raise(Throwable error) throws Exception {
    if (error instanceof Error e) {
      throw e;
    }
    throw (Exception) error;
  }

  static String odd(String message) throws OddException {
    throw new OddException(message);
  }

  /** Leaves its process's number in the file and stands until it is stopped. */
  static String stand(String file) throws Exception {
    mark(file);
    new CountDownLatch(1).await();
    return "never";
  }

  /** The same, and does not listen. */
  static String standFirm(String file) throws Exception {
    mark(file);
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        // It is what this task is about.
        continue;
      }
    }
  }

  /** Starts a process of its own, leaves that one's number in the file and does not listen. */
  static String standWithChild(String file) throws Exception {
    Process child = new ProcessBuilder("sleep", "600").start();
    write(Path.of(file), Long.toString(child.pid()));
    return standFirm(file + " too");
  }

  /** Waits until as many others have come, which they can only if all run at once. */
  static int meet(String directory, int others) throws Exception {
    Path place = Path.of(directory);
    Files.createTempFile(place, "come", "");
    while (true) {
      try (Stream<Path> come = Files.list(place)) {
        if (come.count() >= others) {
          return others;
        }
      }
      Thread.onSpinWait();
    }
  }

  static String exit(int code) {
    System.out.println("about to leave with " + code);
    System.exit(code);
    return "gone";
  }

  static String halt(int code) {
    System.out.print("without a line's end");
    Runtime.getRuntime().halt(code);
    return "gone";
  }

  static String kill(String signal) throws Exception {
    System.err.println("about to be killed");
    new ProcessBuilder("kill", signal, Long.toString(ProcessHandle.current().pid()))
        .start()
        .waitFor();
    new CountDownLatch(1).await();
    return "gone";
  }

  static long pid(int n) {
    return ProcessHandle.current().pid();
  }

  private static void mark(String file) throws IOException {
    write(Path.of(file), Long.toString(ProcessHandle.current().pid()));
  }

  /** Whoever sees the file sees all of it. */
  private static void write(Path file, String text) throws IOException {
    Path other = Path.of(file + ".new");
    Files.writeString(other, text, StandardCharsets.UTF_8);
    Files.move(other, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
