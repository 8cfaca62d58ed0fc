import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that many ask for at once, that fails now and then, and that may take too long. */
class Unreliable {
  private static final AtomicInteger CALLS = new AtomicInteger();

  static String fetch(String station) throws IOException {
    if (CALLS.incrementAndGet() % 3 != 0) {
      throw new IOException("the line to " + station + " is down");
    }
    return station + ": 12 °C";
  }

  static String refuse(String station) {
    CALLS.incrementAndGet();
    throw new IllegalArgumentException("there is no station " + station);
  }

  public static void main(String[] arguments) throws Exception {
    try (Cashet cashet = Cashet.open()) {
      // region: options
      TaskOptions careful = TaskOptions.defaults()
          .retries(5)
          .backoff(Duration.ofMillis(10))
          .maxBackoff(Duration.ofSeconds(1))
          .retryOn(IOException.class)
          .timeout(Duration.ofSeconds(30))
          .maxWait(Duration.ofMinutes(5))
          .cacheFailures(Duration.ofMinutes(1));
      // end: options

      // region: crowd
      ExecutorService pool = Executors.newFixedThreadPool(8);
      Future<?>[] callers = new Future<?>[8];
      for (int i = 0; i < callers.length; i++) {
        callers[i] = pool.submit(
            () -> cashet.with(careful).submit(Unreliable::fetch, "Seattle").load());
      }
      for (Future<?> caller : callers) {
        System.out.println(caller.get());
      }
      pool.shutdown();
      // end: crowd
      ResultRef<String> result = cashet.with(careful).submit(Unreliable::fetch, "Seattle");
      System.out.println("attempts " + result.commit().run().attempts() + ", calls " + CALLS);

      for (int i = 0; i < 2; i++) {
        try {
          cashet.with(careful).submit(Unreliable::refuse, "Atlantis");
        } catch (TaskException e) {
          System.out.println(e.getCause() + ", calls " + CALLS);
        }
      }
    }
  }
}
