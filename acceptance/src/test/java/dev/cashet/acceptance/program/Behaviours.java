package dev.cashet.acceptance.program;

import dev.cashet.Batch;
import dev.cashet.Cashet;
import dev.cashet.FailurePolicy;
import dev.cashet.Fn1;
import dev.cashet.ResultRef;
import dev.cashet.Task;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskOutcome;
import dev.cashet.TaskTimeoutException;
import dev.cashet.store.LogQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Short programs, each on a store of its own below the directory that is given. Each says one line: its name, what it
 * saw, how many tasks really ran. They use nothing but what users have.
 */
public final class Behaviours {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final CyclicBarrier FOUR = new CyclicBarrier(4);
  private static volatile Cashet current;
  private static volatile Fn1<Integer, Long> fibonacci;

  private Behaviours() {}

  private interface Behaviour {
    Object see(Cashet cashet) throws Exception;
  }

  interface Model {
    double predict(double x);
  }

  record Line(double slope) implements Model {
    @Override
    @Task(name = "prediction")
    public double predict(double x) {
      RUNS.incrementAndGet();
      return slope * x;
    }
  }

  record Holder(String name, ResultRef<Integer> ref) {}

  /**
   * Runs all programs.
   *
   * @param arguments the directory
   */
  public static void main(String[] arguments) throws Exception {
    for (Map.Entry<String, Behaviour> each : behaviours().entrySet()) {
      RUNS.set(0);
      try (Cashet cashet = Cashet.builder()
          .directory(Path.of(arguments[0], each.getKey()))
          .maxWorkers(4)
          .build()) {
        current = cashet;
        String seen = String.valueOf(each.getValue().see(cashet));
        Console.say(each.getKey() + " | " + seen + " | " + RUNS.get());
      }
    }
  }

  private static Map<String, Behaviour> behaviours() {
    Map<String, Behaviour> all = new LinkedHashMap<>();
    all.put(
        "once",
        c -> c.submit(() -> square(3)).load() + c.submit(() -> square(3)).load());
    all.put(
        "two-forms",
        c -> c.submit(() -> square(3))
            .commitHash()
            .equals(c.submit(Behaviours::square, 3).commitHash()));
    all.put("chain", Behaviours::chain);
    all.put("inside", Behaviours::inside);
    all.put("own-copies", Behaviours::ownCopies);
    all.put("force", c -> {
      c.submit(() -> square(3));
      return c.with(TaskOptions.defaults().force(true)).submit(() -> square(3)).load();
    });
    all.put("uncached", c -> {
      c.with(TaskOptions.defaults().cache(false)).submit(() -> square(3));
      c.with(TaskOptions.defaults().cache(false)).submit(() -> square(3));
      return c.submit(() -> square(3)).load();
    });
    all.put(
        "retries",
        c -> c.with(TaskOptions.defaults().retries(2).backoff(Duration.ofMillis(1)))
            .submit(() -> third(7))
            .commit()
            .run()
            .attempts());
    all.put("failure", Behaviours::failure);
    all.put("timeout", Behaviours::timeout);
    all.put("tags", c -> {
      c.with(TaskOptions.defaults().tag("kind", "a.b['c']")).submit(() -> square(3));
      return c.log(LogQuery.newest(9).tag("kind", "a.b['c']")).size()
          + c.log(LogQuery.newest(9).tag("kind", "a")).size();
    });
    all.put("salt", c -> {
      c.with(TaskOptions.defaults().salt("blue")).submit(() -> square(3));
      return c.with(TaskOptions.defaults().salt("red")).submit(() -> square(3)).load();
    });
    all.put("threads", Behaviours::threads);
    all.put("nested", c -> c.submit(() -> outer(3)).load());
    all.put("itself", c -> {
      try {
        return c.submit(() -> itself(3)).load();
      } catch (TaskException e) {
        return e.getCause().getMessage().startsWith("a task waits for itself");
      }
    });
    all.put(
        "prefix",
        c -> c.show(c.submit(() -> square(3)).commitHash().substring(0, 8))
            .entry()
            .commit()
            .call()
            .name()
            .shortName());
    all.put("batch", Behaviours::batch);
    all.put("batch-names", Behaviours::batchNames);
    all.put("batch-side-by-side", c -> {
      Batch batch = c.batch();
      IntStream.range(0, 8).forEach(i -> batch.add(Behaviours::meet, i));
      return batch.run(4).isSuccess();
    });
    all.put("batch-fails", Behaviours::batchFails);
    all.put("batch-collects", Behaviours::batchCollects);
    all.put("batch-circle", Behaviours::batchCircle);
    all.put("batch-nests", c -> {
      Batch batch = c.batch();
      IntStream.range(0, 64).forEach(i -> batch.add(Behaviours::outer, i));
      return batch.run().isSuccess();
    });
    all.put("batch-duplicates", c -> {
      Batch batch = c.batch();
      IntStream.range(0, 50).forEach(i -> batch.add(() -> square(4)));
      return batch.run().outcomes().size();
    });
    all.put("map", c -> values(c.map(Behaviours::square, List.of(3, 1, 2))));
    all.put("map-grows", c -> {
      c.map(Behaviours::square, List.of(1, 2));
      return values(c.map(Behaviours::square, List.of(1, 2, 3)));
    });
    all.put("map-shared", c -> values(c.map(Integer::sum, List.of(1, 2), 10)));
    all.put(
        "map-outcomes",
        c -> c.mapOutcomes(Behaviours::odd, List.of(1, 2, 3))
            .map(TaskOutcome::isSuccess)
            .toList());
    all.put("map-endless", c -> {
      try (Stream<ResultRef<Integer>> all5 =
          c.mapStream(Behaviours::square, () -> Stream.iterate(0, x -> x + 1).iterator())) {
        return all5.limit(5).mapToInt(ResultRef::load).sum();
      }
    });
    all.put("gather", Behaviours::gather);
    all.put(
        "compose",
        c -> c.submitAsync(() -> square(2))
            .thenCompose(ref -> c.submitAsync(Behaviours::square, ref.load()))
            .thenCompose(ResultRef::loadAsync)
            .join());
    all.put("cancel", Behaviours::cancel);
    all.put("memoize", c -> {
      Fn1<Integer, Integer> squares = c.memoize(Behaviours::square);
      return squares.call(5) + squares.call(5);
    });
    all.put("recursion", c -> {
      fibonacci = c.memoize(Behaviours::fib);
      return fibonacci.call(80);
    });
    all.put("proxy", c -> {
      Model model = c.proxy(Model.class, new Line(2));
      return model.predict(2) + model.predict(2) + " " + model;
    });
    return all;
  }

  private static int square(int x) {
    RUNS.incrementAndGet();
    return x * x;
  }

  private static List<Integer> numbers(int n) {
    RUNS.incrementAndGet();
    return new ArrayList<>(IntStream.range(0, n).boxed().toList());
  }

  private static int sum(List<Integer> numbers) {
    RUNS.incrementAndGet();
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  private static int sumOf(Map<String, List<ResultRef<Integer>>> refs, Holder holder) {
    RUNS.incrementAndGet();
    return holder.ref().load()
        + refs.values().stream().flatMap(List::stream).mapToInt(ResultRef::load).sum();
  }

  private static int third(int x) {
    if (RUNS.incrementAndGet() < 3) {
      throw new IllegalStateException("not yet");
    }
    return x;
  }

  private static int odd(int x) {
    RUNS.incrementAndGet();
    if (x % 2 == 0) {
      throw new IllegalArgumentException(x + " is even");
    }
    return x;
  }

  private static int endless() throws InterruptedException {
    RUNS.incrementAndGet();
    new CountDownLatch(1).await();
    return 0;
  }

  private static int outer(int x) {
    RUNS.incrementAndGet();
    return x + current.submit(() -> square(9)).load();
  }

  private static int itself(int x) {
    RUNS.incrementAndGet();
    return current.submit(Behaviours::itself, x).load();
  }

  private static int meet(int x) throws Exception {
    RUNS.incrementAndGet();
    FOUR.await();
    return x;
  }

  private static long fib(int n) throws Exception {
    RUNS.incrementAndGet();
    return n < 2 ? n : fibonacci.call(n - 1) + fibonacci.call(n - 2);
  }

  private static List<Integer> values(List<ResultRef<Integer>> refs) {
    return refs.stream().map(ResultRef::load).toList();
  }

  private static Object chain(Cashet cashet) {
    ResultRef<List<Integer>> numbers = cashet.submit(() -> numbers(10));
    ResultRef<Integer> sum = cashet.submit(() -> sum(numbers.load()));
    ResultRef<Integer> square = cashet.submit(() -> square(sum.load()));
    return square.load() + " " + square.commit().lineage().inputs().size();
  }

  private static Object inside(Cashet cashet) {
    ResultRef<Integer> one = cashet.submit(() -> square(1));
    ResultRef<Integer> two = cashet.submit(() -> square(2));
    ResultRef<Integer> all =
        cashet.submit(Behaviours::sumOf, Map.of("a", List.of(one, two)), new Holder("h", two));
    return all.load() + " " + all.commit().lineage().inputs().size();
  }

  private static Object ownCopies(Cashet cashet) {
    ResultRef<List<Integer>> numbers = cashet.submit(() -> numbers(3));
    numbers.load().clear();
    return numbers.load().size();
  }

  private static Object failure(Cashet cashet) {
    try {
      return cashet.submit(() -> odd(2)).load();
    } catch (TaskException e) {
      return e.getCause().getMessage() + " " + cashet.show(e.commitHash()).status();
    }
  }

  private static Object timeout(Cashet cashet) {
    try {
      return cashet
          .with(TaskOptions.defaults().timeout(Duration.ofMillis(50)))
          .submit(() -> endless())
          .load();
    } catch (TaskTimeoutException e) {
      return e.timeout();
    }
  }

  private static Object threads(Cashet cashet) throws InterruptedException {
    AtomicInteger sum = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      Thread thread =
          new Thread(() -> sum.addAndGet(cashet.submit(() -> square(2)).load()));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return sum.get();
  }

  private static Object batch(Cashet cashet) {
    Batch batch = cashet.batch();
    ResultRef<List<Integer>> numbers = batch.add(() -> numbers(10));
    ResultRef<Integer> left = batch.add(() -> sum(numbers.load()));
    ResultRef<Integer> right = batch.add(() -> square(numbers.load().size()));
    ResultRef<Integer> both =
        batch.add(Behaviours::sumOf, Map.of("a", List.of(left)), new Holder("h", right));
    batch.run();
    return both.load() + " " + both.commit().lineage().inputs().size();
  }

  private static Object batchNames(Cashet cashet) {
    Batch batch = cashet.batch();
    ResultRef<Integer> base = batch.ref("base");
    batch.add("square", () -> square(base.load()));
    batch.add("base", () -> square(3));
    return batch.run().outcome("square").result().orElseThrow().load();
  }

  private static Object batchFails(Cashet cashet) {
    Batch batch = cashet.batch();
    ResultRef<Integer> good = batch.add(() -> square(3));
    ResultRef<Integer> bad = batch.add(() -> odd(2));
    batch.add(() -> square(bad.load()));
    try {
      return batch.run(1);
    } catch (TaskException e) {
      return e.getCause().getMessage() + " " + good.load();
    }
  }

  private static Object batchCollects(Cashet cashet) {
    Batch batch = cashet.batch().onFailure(FailurePolicy.COLLECT);
    ResultRef<Integer> bad = batch.add(() -> odd(2));
    batch.add(() -> square(bad.load()));
    batch.add(() -> square(3));
    return batch.run().outcomes().stream().map(TaskOutcome::isSuccess).toList();
  }

  private static Object batchCircle(Cashet cashet) {
    Batch batch = cashet.batch();
    ResultRef<Integer> b = batch.ref("b");
    ResultRef<Integer> a = batch.add("a", () -> square(b.load()));
    batch.add("b", () -> square(a.load()));
    try {
      return batch.run();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static Object gather(Cashet cashet) {
    List<CompletableFuture<ResultRef<Integer>>> futures = IntStream.range(0, 20)
        .mapToObj(i -> cashet.submitAsync(Behaviours::square, i))
        .toList();
    return futures.stream().mapToInt(each -> each.join().load()).sum();
  }

  private static Object cancel(Cashet cashet) {
    CompletableFuture<ResultRef<Integer>> future = cashet.submitAsync(() -> endless());
    while (RUNS.get() == 0) {
      Thread.onSpinWait();
    }
    future.cancel(true);
    try {
      return future.join();
    } catch (CancellationException e) {
      return cashet.stats().commits().total();
    }
  }
}
