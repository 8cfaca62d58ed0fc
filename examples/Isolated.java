import dev.cashet.Cashet;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskTimeoutException;
import dev.cashet.executor.process.ProcessExecutor;
import java.time.Duration;

/** Tasks that hang, exit or eat all memory, each in a JVM of its own. */
public class Isolated {
  static long primesBelow(int limit) {
    return java.util.stream.IntStream.range(2, limit)
        .filter(n -> java.util.stream.IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d > 0))
        .count();
  }

  static int hang(int n) {
    while (true) {
      Thread.onSpinWait();
    }
  }

  static int exit(int code) {
    System.out.println("leaving with " + code);
    System.exit(code);
    return code;
  }

  static int greedy(int megabytes) {
    byte[][] all = new byte[megabytes][];
    for (int i = 0; i < megabytes; i++) {
      all[i] = new byte[1 << 20];
    }
    return all.length;
  }

  public static void main(String[] arguments) {
    ProcessExecutor executor =
        ProcessExecutor.builder().workers(1).maxHeapBytes(64 << 20).build();
    try (Cashet cashet = Cashet.builder().executor(executor).build()) {
      System.out.println("primes: " + cashet.submit(Isolated::primesBelow, 100_000).load());
      try {
        cashet.with(TaskOptions.defaults().timeout(Duration.ofMillis(500))).submit(Isolated::hang, 1);
      } catch (TaskTimeoutException e) {
        System.out.println("too long: " + e.getMessage().lines().findFirst().orElse(""));
      }
      try {
        cashet.submit(Isolated::exit, 7);
      } catch (TaskException e) {
        System.out.println("lost: " + e.getMessage().lines().findFirst().orElse(""));
      }
      try {
        cashet.submit(Isolated::greedy, 1_000);
      } catch (TaskException e) {
        System.out.println("lost: " + e.getMessage().lines().findFirst().orElse(""));
      }
      System.out.println("still here: " + cashet.submit(Isolated::primesBelow, 1_000).load());
    }
  }
}
