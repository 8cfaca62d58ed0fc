import dev.cashet.Batch;
import dev.cashet.BatchPlan;
import dev.cashet.BatchResult;
import dev.cashet.Cashet;
import dev.cashet.FailurePolicy;
import dev.cashet.Fn1;
import dev.cashet.PlannedTask;
import dev.cashet.ResultRef;
import dev.cashet.Task;
import dev.cashet.TaskOptions;
import dev.cashet.TaskOutcome;
import java.io.FileNotFoundException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Batches, maps, futures, memoised functions, proxies and options, each in a few lines. The guide shows these lines. */
public class Shapes {
  public static void main(String[] args) throws Exception {
    try (Cashet cashet = Cashet.open()) {
      batch(cashet);
      failures(cashet);
      map(cashet);
      futures(cashet);
      memoize(cashet);
      proxy(cashet);
      options(cashet);
    }
  }

  static void batch(Cashet cashet) {
    // region batch
    Batch batch = cashet.batch();
    ResultRef<List<Integer>> numbers = batch.add("numbers", () -> numbers(1_000));
    ResultRef<Integer> sum = batch.add("sum", () -> sum(numbers.load()));
    ResultRef<Integer> max = batch.add("max", () -> max(numbers.load()));
    ResultRef<String> report = batch.add("report", () -> report(List.of(sum, max)));

    BatchPlan plan = batch.plan();
    for (PlannedTask task : plan.tasks()) {
      System.out.println(task.name() + ": " + task.action() + ", " + task.reason());
    }
    BatchResult result = batch.run();
    System.out.println(report.load());
    // endregion
    System.out.println("batch ran " + result.with(TaskOutcome.Status.COMPLETED).size());
  }

  static void failures(Cashet cashet) {
    // region failures
    Batch batch = cashet.batch().onFailure(FailurePolicy.COLLECT);
    ResultRef<Integer> broken = batch.add("broken", () -> parse("seven"));
    batch.add("after", () -> square(broken.load()));
    batch.add("beside", () -> square(5));
    for (TaskOutcome<?> outcome : batch.run().outcomes()) {
      System.out.println(outcome.name()
          + " "
          + outcome.status()
          + outcome.problem().map(problem -> " because of " + problem.because()).orElse(""));
    }
    // endregion
  }

  static void map(Cashet cashet) {
    // region map
    List<ResultRef<Integer>> squares = cashet.map(Shapes::square, List.of(1, 2, 3));
    List<ResultRef<Integer>> powers = cashet.map(Shapes::power, List.of(1, 2, 3), 3);

    Iterable<Integer> many = () -> IntStream.range(0, 100).iterator();
    try (Stream<ResultRef<Integer>> results = cashet.mapStream(Shapes::square, many)) {
      System.out.println("sum of squares " + results.mapToInt(ResultRef::load).sum());
    }
    // endregion
    System.out.println(squares.get(2).load() + " " + powers.get(2).load());
  }

  static void futures(Cashet cashet) {
    // region futures
    CompletableFuture<Integer> future = cashet
        .submitAsync(Shapes::square, 6)
        .thenCompose(ref -> cashet.submitAsync(Shapes::power, ref.load(), 2))
        .thenCompose(ResultRef::loadAsync);
    System.out.println("later " + future.join());
    // endregion
  }

  // region memoize
  static Fn1<Integer, BigInteger> fibonacci;

  static BigInteger fib(int n) throws Exception {
    return n < 2 ? BigInteger.valueOf(n) : fibonacci.call(n - 1).add(fibonacci.call(n - 2));
  }

  static void memoize(Cashet cashet) throws Exception {
    fibonacci = cashet.memoize(Shapes::fib);
    System.out.println("fib " + fibonacci.call(100));
  }
  // endregion

  // region proxy
  interface Prices {
    double of(String item) throws FileNotFoundException;
  }

  record Shop(double factor) implements Prices {
    @Override
    @Task(retries = 2, tags = "source=shop")
    public double of(String item) throws FileNotFoundException {
      if (item.isEmpty()) {
        throw new FileNotFoundException("no item");
      }
      return factor * item.length();
    }
  }

  static void proxy(Cashet cashet) {
    Prices prices = cashet.proxy(Prices.class, new Shop(1.5));
    try {
      System.out.println("price " + prices.of("apple"));
      prices.of("");
    } catch (FileNotFoundException e) {
      System.out.println("thrown as it is: " + e.getMessage());
    }
  }
  // endregion

  static void options(Cashet cashet) {
    // region options
    ResultRef<Integer> nine = cashet
        .with(TaskOptions.defaults().retries(3).timeout(Duration.ofMinutes(1)))
        .with(TaskOptions.defaults().tag("experiment", "7"))
        .submit(Shapes::square, 3);
    System.out.println("tags " + nine.commit().terms().tags().values());
    // endregion
  }

  static List<Integer> numbers(int n) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      numbers.add(i * 7 % 1_001);
    }
    return numbers;
  }

  static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  static int max(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  static String report(List<ResultRef<Integer>> parts) {
    return "parts " + parts.stream().map(ResultRef::load).toList();
  }

  static int square(int x) {
    return x * x;
  }

  static int power(int x, int exponent) {
    return (int) Math.pow(x, exponent);
  }

  static int parse(String text) {
    return Integer.parseInt(text);
  }
}
