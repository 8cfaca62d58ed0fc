package dev.cashet.bench;

import dev.cashet.Cashet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Misses and hits of many threads, and of many processes, on one store at once: how many, how evenly, and how long the
 * unluckiest waited. {@code bench/crowd [SECONDS]}.
 */
public final class Crowd {
  private static final int[] SIZES = {1, 2, 4, 8};

  private Crowd() {}

  /** The argument is for how many seconds each row is measured. */
  public static void main(String[] arguments) throws Exception {
    Duration time = Duration.ofSeconds(arguments.length == 0 ? 3 : Long.parseLong(arguments[0]));
    System.out.println("| work | by | n | a second | least to most of one | 99.9 % | worst |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String work : List.of("miss", "hit")) {
      for (int size : SIZES) {
        row(work, "threads", threads(work, size, time));
      }
      for (int size : SIZES) {
        row(work, "processes", processes(work, size, time));
      }
    }
  }

  private static void row(String work, String by, List<Tally> tallies) {
    Tally all = tallies.stream().reduce(Tally.NONE, Tally::and);
    long least = tallies.stream().mapToLong(Tally::calls).min().orElse(0);
    long most = tallies.stream().mapToLong(Tally::calls).max().orElse(0);
    double seconds = tallies.get(0).nanos() / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %,.0f | %.2f | %.2f ms | %.1f ms |%n",
        work,
        by,
        tallies.size(),
        all.calls() / seconds,
        most == 0 ? 0.0 : (double) least / most,
        all.nanosOf(0.999) / 1e6,
        all.worstNanos() / 1e6);
  }

  private static List<Tally> threads(String work, int size, Duration time) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(size);
    try (Scratch scratch = new Scratch();
        Cashet cashet = Cashet.open(scratch.directory("store"))) {
      CyclicBarrier start = new CyclicBarrier(size);
      List<Callable<Tally>> members = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        CrowdMember member = new CrowdMember(cashet, work, i);
        members.add(() -> {
          member.warmUp();
          start.await();
          return member.work(time);
        });
      }
      List<Tally> tallies = new ArrayList<>();
      for (Future<Tally> each : pool.invokeAll(members)) {
        tallies.add(each.get());
      }
      return tallies;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Tally> processes(String work, int size, Duration time) throws Exception {
    List<Process> processes = new ArrayList<>();
    try (Scratch scratch = new Scratch()) {
      Path store = scratch.directory("store");
      for (int i = 0; i < size; i++) {
        processes.add(start(store, work, i, time));
      }
      List<BufferedReader> outputs = new ArrayList<>();
      for (Process each : processes) {
        BufferedReader output = new BufferedReader(
            new InputStreamReader(each.getInputStream(), StandardCharsets.UTF_8));
        require(output, "ready");
        outputs.add(output);
      }
      for (Process each : processes) {
        each.getOutputStream().write('\n');
        each.getOutputStream().flush();
      }
      List<Tally> tallies = new ArrayList<>();
      for (BufferedReader each : outputs) {
        tallies.add(Tally.parse(each.readLine()));
      }
      return tallies;
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }

  private static Process start(Path store, String work, int number, Duration time)
      throws IOException {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of(
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        CrowdMember.class.getName(),
        store.toString(),
        work,
        Integer.toString(number),
        time.toString()));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void require(BufferedReader output, String expected) throws IOException {
    String line = output.readLine();
    if (!expected.equals(line)) {
      throw new IllegalStateException("a process said '" + line + "' instead of " + expected);
    }
  }
}
