package dev.cashet.acceptance.program;

import dev.cashet.Cashet;
import dev.cashet.Fn1;
import dev.cashet.TaskException;
import java.nio.file.Path;

/**
 * One of several programs whose tasks wait for each other's. Each task says that it runs and goes on when it is told to.
 * The first line is the store, every further one {@code TASK N}; an answer is a value, or the commit and text of a
 * failure.
 */
public final class Partner {
  private static volatile Cashet cashet;

  private Partner() {}

  /** Obeys until there is nothing more to read. */
  public static void main(String[] arguments) {
    try (Cashet client = Cashet.open(Path.of(Console.next()))) {
      cashet = client;
      Console.say("ready");
      for (String line = Console.next(); !line.isEmpty(); line = Console.next()) {
        String[] words = line.split(" ", -1);
        Console.say(answer(task(words[0]), Integer.parseInt(words[1])));
      }
    }
  }

  private static String answer(Fn1<Integer, String> task, int n) {
    try {
      return "value " + cashet.submit(task, n).load();
    } catch (TaskException e) {
      Throwable root = e;
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        root = cause;
      }
      return "failed " + e.commitHash() + " " + root;
    }
  }

  private static Fn1<Integer, String> task(String name) {
    return switch (name) {
      case "left" -> Partner::left;
      case "right" -> Partner::right;
      case "unlucky" -> Partner::unlucky;
      default -> throw new IllegalArgumentException("no task " + name);
    };
  }

  private static void gate(String name) {
    Console.say("running " + name);
    Console.next();
  }

  private static String left(int n) {
    gate("left");
    return cashet.submit(Partner::right, n).load();
  }

  private static String right(int n) {
    gate("right");
    return cashet.submit(Partner::left, n).load();
  }

  private static String unlucky(int n) {
    gate("unlucky");
    throw new IllegalArgumentException("no luck with " + n);
  }
}
