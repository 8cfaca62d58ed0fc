package dev.cashet.acceptance.program;

import dev.cashet.Cashet;
import dev.cashet.TaskException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that ends, or meets an error, in the middle of a task, in the way that it is told; without, it just runs. */
public final class Ending {
  private static final String WAY = "ending.way";

  private Ending() {}

  /** The first line is the store. */
  public static void main(String[] arguments) throws Exception {
    Cashet cashet = Cashet.open(Path.of(Console.next()));
    String way = System.getProperty(WAY, "");
    if (way.equals("daemon")) {
      Thread task = new Thread(() -> cashet.submit(Ending::task, 1), "a daemon");
      task.setDaemon(true);
      task.start();
      Console.next();
      return;
    }
    if (way.equals("errors")) {
      for (int n = 2; n <= 4; n++) {
        Console.say(failure(cashet, n));
      }
    }
    Console.say("value " + cashet.submit(Ending::task, 1).load());
    cashet.close();
  }

  private static String failure(Cashet cashet, int n) {
    try {
      return "value " + cashet.submit(Ending::task, n).load();
    } catch (TaskException e) {
      return "failed " + e.getCause().getClass().getSimpleName() + " " + e.getMessage();
    }
  }

  /** What it does besides returning a number hangs on a property, which is no part of its key. */
  public static int task(int n) throws InterruptedException {
    switch (System.getProperty(WAY, "")) {
      case "exit" -> System.exit(7);
      case "daemon", "signal" -> {
        Console.say("running " + n);
        new CountDownLatch(1).await();
      }
      case "errors" -> fail(n);
      default -> {}
    }
    return n;
  }

  private static void fail(int n) {
    if (n == 2) {
      throw new AssertionError("not so");
    }
    if (n == 3) {
      fail(n);
    }
    List<byte[]> much = new ArrayList<>();
    while (n == 4) {
      much.add(new byte[1 << 24]);
    }
  }
}
