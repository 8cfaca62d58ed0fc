package dev.cashet.acceptance.program;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Submits, loads and looks up at random on several threads until it is killed. What it says was acknowledged: {@code ack
 * N COMMIT} for a result that it has, {@code wrong …} for one that is not what it must be.
 */
final class Restless {
  private final Cashet cashet;
  private final String log;
  private final int from;
  private final int to;

  private Restless(Cashet cashet, String log, int from, int to) {
    this.cashet = cashet;
    this.log = log;
    this.from = from;
    this.to = to;
  }

  /** Warms up on a store of its own, says so, and waits for its orders: STORE LOG FROM TO SEED THREADS. */
  public static void main(String[] arguments) {
    Path practice = Path.of(arguments[0]);
    try (Cashet cashet = Cashet.open(practice.resolve("store"))) {
      for (int n = 0; n < 4; n++) {
        cashet
            .get(cashet.submit(Tasks::counted, practice + "/log", n).commitHash())
            .load();
      }
    }
    Console.say("ready");
    List<String> orders = List.of(Console.next().split("\t", -1));
    Cashet cashet = Cashet.open(Path.of(orders.get(0)));
    Restless restless = new Restless(
        cashet, orders.get(1), Integer.parseInt(orders.get(2)), Integer.parseInt(orders.get(3)));
    Random seeds = new Random(Long.parseLong(orders.get(4)));
    for (int i = 0; i < Integer.parseInt(orders.get(5)); i++) {
      Random random = new Random(seeds.nextLong());
      new Thread(() -> restless.run(random), "restless " + i).start();
    }
  }

  private void run(Random random) {
    try {
      while (true) {
        step(random, from + random.nextInt(to - from));
      }
    } catch (RuntimeException e) {
      Console.say("wrong: " + Answer.of(e));
    }
  }

  private void step(Random random, int n) {
    if (random.nextInt(8) == 0) {
      cashet.isCached(Tasks::counted, log, n);
      return;
    }
    ResultRef<String> ref = cashet.submit(Tasks::counted, log, n);
    boolean right = ref.load().equals(Tasks.mixed(n));
    Console.say((right ? "ack " : "wrong value of ") + n + " " + ref.commitHash());
    if (random.nextInt(8) == 0 && !cashet.get(ref.commitHash()).load().equals(Tasks.mixed(n))) {
      Console.say("wrong value of " + n + " by its name " + ref.commitHash());
    }
  }
}
