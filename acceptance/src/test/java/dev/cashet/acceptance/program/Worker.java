package dev.cashet.acceptance.program;

import dev.cashet.Cashet;
import dev.cashet.CashetBuilder;
import dev.cashet.Fn1;
import dev.cashet.ResultRef;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A user's program that does what it is told, line by line, and answers each with one line: {@code submit TASK N},
 * {@code cached TASK N}, {@code load TASK N} (through the reference of the last submit), {@code get HASH}, {@code sweep
 * LOG FROM TO SEED}, {@code record LOG FILE FROM TO SEED}, {@code count LOG N}, {@code noise N BYTES}, {@code nothing}, {@code close}, {@code end}.
 */
final class Worker {
  private final Cashet cashet;
  private final Map<String, ResultRef<?>> refs = new HashMap<>();

  private Worker(Cashet cashet) {
    this.cashet = cashet;
  }

  /** The first line is the store's directory, so that no locale stands between the test and it. */
  public static void main(String[] arguments) {
    CashetBuilder builder = Cashet.builder().directory(Path.of(Console.next()));
    if (arguments.length > 0) {
      builder.claimLease(Duration.parse(arguments[0]));
    }
    try (Cashet cashet = builder.build()) {
      Console.say("ready");
      new Worker(cashet).obey();
    } catch (RuntimeException e) {
      Console.say(Answer.of(e));
    }
  }

  private void obey() {
    while (true) {
      List<String> words = List.of(Console.next().split(" ", -1));
      if (words.get(0).isEmpty() || words.get(0).equals("end")) {
        return;
      }
      try {
        Console.say(answer(words));
      } catch (RuntimeException e) {
        Console.say(Answer.of(e));
      }
    }
  }

  private String answer(List<String> words) {
    return switch (words.get(0)) {
      case "submit" -> submit(words.get(1), number(words, 2));
      case "cached" -> "cached " + cashet.isCached(task(words.get(1)), number(words, 2));
      case "load" ->
        "loaded " + Answer.text(refs.get(words.get(1) + words.get(2)).load());
      case "get" -> Answer.of(cashet.get(words.get(1)));
      case "sweep" -> sweep(words.get(1), number(words, 2), number(words, 3), number(words, 4));
      case "record" ->
        record(words.get(1), words.get(2), number(words, 3), number(words, 4), number(words, 5));
      case "count" -> Answer.of(cashet.submit(Tasks::counted, words.get(1), number(words, 2)));
      case "noise" -> Answer.of(cashet.submit(Tasks::noise, number(words, 1), number(words, 2)));
      case "nothing" -> Answer.of(cashet.submit(task("null"), 0));
      case "close" -> {
        cashet.close();
        yield "closed";
      }
      default -> throw new IllegalArgumentException("what is " + words + "?");
    };
  }

  private String submit(String task, int n) {
    ResultRef<?> ref = cashet.submit(task(task), n);
    refs.put(task + n, ref);
    return Answer.of(ref);
  }

  /** All numbers of a range in an order of its own; how many ran, how many were there, and what does not fit. */
  private String sweep(String log, int from, int to, int seed) {
    int ran = 0;
    int wrong = 0;
    for (int n : shuffled(from, to, seed)) {
      ResultRef<String> ref = cashet.submit(Tasks::counted, log, n);
      ran += ref.wasCached() ? 0 : 1;
      wrong += ref.load().equals(Tasks.mixed(n)) ? 0 : 1;
    }
    return "swept " + ran + " ran " + wrong + " wrong";
  }

  /** The same, with a line for each in a file: number, begin, end, how, commit. */
  private String record(String log, String file, int from, int to, int seed) {
    StringBuilder history = new StringBuilder();
    int wrong = 0;
    for (int n : shuffled(from, to, seed)) {
      long begin = System.nanoTime();
      ResultRef<String> ref = cashet.submit(Tasks::counted, log, n);
      long end = System.nanoTime();
      String how = ref.wasCached() ? "hit" : "ran";
      history.append(String.join(" ", "" + n, "" + begin, "" + end, how, ref.commitHash()));
      history.append('\n');
      wrong += ref.load().equals(Tasks.mixed(n)) ? 0 : 1;
    }
    Tasks.append(file, history.toString());
    return "recorded " + (to - from) + " " + wrong + " wrong";
  }

  private static List<Integer> shuffled(int from, int to, int seed) {
    List<Integer> numbers = new ArrayList<>();
    for (int n = from; n < to; n++) {
      numbers.add(n);
    }
    Collections.shuffle(numbers, new Random(seed));
    return numbers;
  }

  // The function that is null is what a mistaken caller passes.
  @SuppressWarnings("NullAway")
  private static Fn1<Integer, Object> task(String name) {
    return switch (name) {
      case "small" -> Tasks::small;
      case "large" -> Tasks::large;
      case "gated" -> Tasks::gated;
      case "failing" -> Tasks::failing;
      case "thread" -> Tasks::thread;
      case "null" -> null;
      default -> throw new IllegalArgumentException("no task " + name);
    };
  }

  private static int number(List<String> words, int index) {
    return Integer.parseInt(words.get(index));
  }
}
