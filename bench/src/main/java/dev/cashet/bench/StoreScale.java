package dev.cashet.bench;

import dev.cashet.Cashet;
import dev.cashet.maintenance.GcPolicy;
import dev.cashet.maintenance.GcReport;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.StoreProvider;
import dev.cashet.store.VerifyReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What questions and upkeep cost in a store of so many commits. Arguments: numbers of commits, for example {@code 10000
 * 100000 1000000}. Each time is the median of 15, but for those that change the store.
 */
public final class StoreScale {
  private static final int TIMES = 15;

  private final int commits;
  private final Path directory;

  private StoreScale(int commits, Path directory) {
    this.commits = commits;
    this.directory = directory;
  }

  /** Prints a table for each number. */
  public static void main(String[] arguments) throws Exception {
    for (String number : arguments) {
      try (Scratch scratch = new Scratch()) {
        new StoreScale(Integer.parseInt(number), scratch.directory("store")).run();
      }
    }
  }

  private Store open() {
    return ServiceLoader.load(StoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.handles("sqlite"))
        .findFirst()
        .orElseThrow()
        .open(URI.create("sqlite:" + directory), StoreOptions.defaults());
  }

  private Cashet client() {
    InstantSource clock = () -> LargeStore.START.plusMillis(commits);
    return Cashet.builder().directory(directory).clock(clock).build();
  }

  private void run() throws Exception {
    System.out.println("commits " + commits);
    time("fill", () -> {
      try (Store store = open()) {
        LargeStore.fill(store, commits);
      }
      return null;
    });
    try (Cashet cashet = client()) {
      ask(cashet);
    }
    try (Cashet cashet = client()) {
      collect(cashet);
      time("verify", () -> report(cashet.verify()));
    }
  }

  private void ask(Cashet cashet) throws Exception {
    Commit some = cashet.log(LogQuery.newest(1).skip(commits / 2)).get(0);
    Instant middle = LargeStore.START.plusMillis(commits / 2);
    long before = heap();
    median("log", () -> cashet.log(LogQuery.newest(20)));
    median("log -f", () -> cashet.log(LogQuery.newest(20).function("f7")));
    median("log -s failed", () -> cashet.log(LogQuery.newest(20).status(Commit.Status.FAILED)));
    median(
        "log -f -s failed",
        () -> cashet.log(LogQuery.newest(20).function("Stats.f2").status(Commit.Status.FAILED)));
    median("log -s expired", () -> cashet.log(LogQuery.newest(20).status(Commit.Status.EXPIRED)));
    median("log -t", () -> cashet.log(LogQuery.newest(20).tag("run", "r5")));
    median("log -t key", () -> cashet.log(LogQuery.newest(20).tag("run")));
    median("log -t absent", () -> cashet.log(LogQuery.newest(20).tag("absent")));
    median(
        "log --since",
        () -> cashet.log(LogQuery.newest(20).since(middle).until(middle.plusSeconds(1))));
    median("show by prefix", () -> cashet.show(some.id().hex().substring(0, 12)));
    median("history", () -> cashet.history(some.id().hex()));
    median("stats", cashet::stats);
    median("lineage", () -> cashet.lineage(some.id().hex()));
    median("why", () -> cashet.why(some.id().hex()));
    List<Commit> last = cashet.log(LogQuery.newest(TIMES));
    AtomicInteger next = new AtomicInteger();
    median("rm", () -> cashet.rm(last.get(next.getAndIncrement()).id().hex()));
    median("gc of nothing", () -> cashet.gc(GcPolicy.defaults().olderThan(Duration.ofDays(1))));
    for (int i = 0; i < 20_000; i++) {
      cashet.log(LogQuery.newest(1).fingerprint(LargeStore.key(i)));
    }
    System.out.printf(Locale.ROOT, "  heap of a reader %+d kB%n", (heap() - before) / 1000);
  }

  /** Half of all goes, while one thread reads and one writes. */
  private void collect(Cashet cashet) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    AtomicLong writes = new AtomicLong();
    AtomicLong longest = new AtomicLong();
    Thread reader = new Thread(() -> {
      try (Store store = open()) {
        for (int i = commits - 1; !stop.get(); i = i > commits / 2 + 10 ? i - 1 : commits - 1) {
          store.commits().newest(LargeStore.key(i));
          reads.incrementAndGet();
        }
      }
    });
    Thread writer = new Thread(() -> {
      try (Store store = open()) {
        for (int i = commits; !stop.get(); i++) {
          long start = System.nanoTime();
          store.commits().addAll(List.of(LargeStore.addition(store, i)));
          longest.accumulateAndGet(System.nanoTime() - start, Math::max);
          writes.incrementAndGet();
        }
      }
    });
    reader.start();
    writer.start();
    time("gc of half", () -> {
      GcReport report = cashet.gc(GcPolicy.defaults().olderThan(Duration.ofMillis(commits / 2)));
      return report.removed() + ", on disk " + report.bytesBefore() / 1_000_000 + " MB before, "
          + report.bytesAfter() / 1_000_000 + " MB now";
    });
    stop.set(true);
    reader.join();
    writer.join();
    System.out.printf(
        Locale.ROOT,
        "  beside it %d reads and %d writes, the longest %d ms%n",
        reads.get(),
        writes.get(),
        longest.get() / 1_000_000);
  }

  private static String report(VerifyReport report) {
    return Map.of(
            "commits", report.commits(), "objects", report.blobs(), "problems", report.found())
        .toString();
  }

  private interface Work {
    Object run() throws Exception;
  }

  private static void median(String name, Work work) throws Exception {
    long[] times = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = System.nanoTime() - start;
    }
    java.util.Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "  %-18s %9.2f ms  (worst %.2f)%n",
        name,
        times[TIMES / 2] / 1e6,
        times[TIMES - 1] / 1e6);
  }

  private static void time(String name, Work work) throws Exception {
    long start = System.nanoTime();
    Object result = work.run();
    System.out.printf(
        Locale.ROOT,
        "  %-18s %9.0f ms  %s%n",
        name,
        (System.nanoTime() - start) / 1e6,
        result == null ? "" : result);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
