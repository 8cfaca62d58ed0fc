package dev.cashet.acceptance.program;

import dev.cashet.Cashet;
import dev.cashet.Fn1;
import dev.cashet.Fn2;
import dev.cashet.ResultRef;
import dev.cashet.TaskOptions;
import dev.cashet.maintenance.GcPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Does what it is told at random on several threads until it is killed. What it says was acknowledged: {@code ack N
 * COMMIT} for a result that it has, {@code wrong …} for one that is not what it must be.
 */
final class Mortal {
  private static final Duration A_MOMENT = Duration.ofMillis(1);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Cashet cashet;
  private final String log;
  private final int keys;
  private final List<Operation> operations;

  private Mortal(Cashet cashet, String log, int keys, List<Operation> operations) {
    this.cashet = cashet;
    this.log = log;
    this.keys = keys;
    this.operations = operations;
  }

  /** What can be interrupted by a kill; as often as its name is among those ordered. */
  enum Operation {
    /** Compute or find, and load. */
    SUBMIT {
      @Override
      void run(Mortal mortal, int n) {
        mortal.submit(n);
      }
    },
    /** Look up without running. */
    LOOK {
      @Override
      void run(Mortal mortal, int n) {
        mortal.cashet.isCached(new Counted(), mortal.log, n);
      }
    },
    /** Compute what lives for a moment only, so that there is something to collect. */
    FLEETING {
      @Override
      void run(Mortal mortal, int n) {
        mortal
            .cashet
            .with(TaskOptions.defaults().ttl(A_MOMENT).salt("fleeting"))
            .submit(new Fleeting(), n);
      }
    },
    /** Collect what has expired; the rest stays. */
    COLLECT {
      @Override
      void run(Mortal mortal, int n) {
        mortal.cashet.gc(GcPolicy.defaults().grace(GRACE));
      }
    };

    abstract void run(Mortal mortal, int n);
  }

  /** Leaves a line in a file each time that it runs. */
  static final class Counted implements Fn2<String, Integer, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(String log, Integer n) {
      return Tasks.counted(log, n);
    }
  }

  /** Leaves nothing. */
  static final class Fleeting implements Fn1<Integer, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(Integer n) {
      return Tasks.mixed(n) + " for a moment";
    }
  }

  /**
   * Says that it is there and waits for its orders: STORE LOG KEYS SEED THREADS OPERATIONS. Given a directory, does a
   * little of everything there and ends, so that an archive of loaded classes can be made.
   */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      practise(Path.of(arguments[0]));
      return;
    }
    Console.say("ready");
    String[] orders = Console.next().split("\t", -1);
    if (orders.length == 1) {
      return;
    }
    Cashet cashet = Cashet.open(Path.of(orders[0]));
    List<Operation> operations =
        List.of(orders[5].split(",", -1)).stream().map(Operation::valueOf).toList();
    Mortal mortal = new Mortal(cashet, orders[1], Integer.parseInt(orders[2]), operations);
    Random seeds = new Random(Long.parseLong(orders[3]));
    for (int i = 0; i < Integer.parseInt(orders[4]); i++) {
      Random random = new Random(seeds.nextLong());
      new Thread(() -> mortal.live(random), "mortal " + i).start();
    }
  }

  private static void practise(Path place) {
    try (Cashet cashet = Cashet.open(place.resolve("store"))) {
      Mortal mortal = new Mortal(cashet, place.resolve("log").toString(), 4, List.of());
      for (int n = 0; n < 4; n++) {
        for (Operation each : Operation.values()) {
          each.run(mortal, n);
        }
      }
    }
  }

  private void live(Random random) {
    try {
      while (true) {
        operations.get(random.nextInt(operations.size())).run(this, random.nextInt(keys));
      }
    } catch (RuntimeException e) {
      Console.say("wrong: " + Answer.of(e));
    }
  }

  private void submit(int n) {
    ResultRef<String> ref = cashet.submit(new Counted(), log, n);
    boolean right = ref.load().equals(Tasks.mixed(n));
    Console.say((right ? "ack " : "wrong value of ") + n + " " + ref.commitHash());
  }
}
