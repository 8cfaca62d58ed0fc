package dev.cashet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the first submission of a program costs over the bare task, in fresh virtual machines: with a new store, when the
 * program starts again, and when one helper was edited in between. Arguments: classes, methods of each, runs.
 */
public final class FirstSubmission {
  private final Path folder;
  private final Map<String, List<long[]>> times = new TreeMap<>();

  private FirstSubmission(Path folder) {
    this.folder = folder;
  }

  /** Prints a table of medians in milliseconds. */
  public static void main(String[] arguments) throws Exception {
    int classes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int methods = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
    int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
    try (Scratch scratch = new Scratch()) {
      new FirstSubmission(scratch.directory("start"))
          .run(new GeneratedProgram(classes, methods), runs);
    }
  }

  private void run(GeneratedProgram program, int runs) throws Exception {
    Path before = program.compile(folder.resolve("before"), false);
    Path after = program.compile(folder.resolve("after"), true);
    for (int i = -2; i < runs; i++) {
      String store = folder.resolve("store" + i).toString();
      measure("bare", before, i);
      measure("first", before, i, store);
      measure("again", before, i, store);
      measure("edited", after, i, store);
    }
    System.out.printf(
        Locale.ROOT,
        "%d classes, %d runs each, Java %d; medians in ms%n%-8s %8s %8s %8s %8s %8s%n",
        program.classes(),
        runs,
        Runtime.version().feature(),
        "",
        "open",
        "submit",
        "main",
        "process",
        "thread");
    for (String each : List.of("bare", "first", "again", "edited")) {
      System.out.printf(
          Locale.ROOT,
          "%-8s %8.1f %8.1f %8.1f %8.1f %8.1f   over bare: %.1f, CPU of the thread %.1f%n",
          each,
          median(each, 0),
          median(each, 1),
          median(each, 2),
          median(each, 3),
          median(each, 4),
          median(each, 2) - median("bare", 2),
          median(each, 4) - median("bare", 4));
    }
  }

  private void measure(String name, Path classes, int run, String... arguments)
      throws IOException, InterruptedException {
    String libraries = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classes + java.io.File.pathSeparator + libraries));
    if (Runtime.version().feature() > 21) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        Arrays.asList(System.getProperty("cashet.start.options", "-Xshare:auto").split(" ")));
    command.add("gen.Main");
    command.addAll(List.of(arguments));
    long started = System.nanoTime();
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text =
        new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the program failed: " + text);
    }
    long wall = System.nanoTime() - started;
    String[] parts =
        text.strip().split("\n")[text.strip().split("\n").length - 1].split(" ");
    long open = Long.parseLong(parts[0]);
    long submit = Long.parseLong(parts[1]);
    if (run >= 0) {
      times
          .computeIfAbsent(name, unused -> new ArrayList<>())
          .add(new long[] {open, submit, open + submit, wall, Long.parseLong(parts[2])});
    }
  }

  private double median(String name, int column) {
    long[] sorted =
        times.get(name).stream().mapToLong(each -> each[column]).sorted().toArray();
    return sorted[sorted.length / 2] / 1e6;
  }
}
