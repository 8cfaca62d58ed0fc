package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs at random work on one store at once, each killed at a random point; round after round on the same store, and
 * on a new one now and then, so that its creation is interrupted too. After each round the store is opened and checked.
 *
 * <p>{@code -Dcashet.crash.kills=N} for more of them, {@code -Dcashet.crash.seed=N} for the same ones again as far as the
 * machine's timing allows.
 */
class RandomKillTest {
  private static final int KILLS = Integer.getInteger("cashet.crash.kills", 300);
  private static final long SEED = Long.getLong("cashet.crash.seed", System.nanoTime());
  private static final int AT_ONCE = 6;
  private static final int MAX_ROUNDS_PER_STORE = 10;
  private static final int NEW_KEYS = 24;
  private static final int THREADS = 2;

  /** How often each: see {@code Mortal.Operation}. */
  private static final String OPERATIONS = "SUBMIT,SUBMIT,SUBMIT,SUBMIT,LOOK,FLEETING,COLLECT";

  @TempDir
  private Path scratch;

  @Test
  void submit_whenProgramsAreKilledAtAnyPoint_losesNothingAndServesNothingWrong() throws Exception {
    System.out.println("random kills: " + KILLS + ", -Dcashet.crash.seed=" + SEED);
    Random random = new Random(SEED);
    int acknowledged = 0;
    try (Mortals mortals = new Mortals(scratch)) {
      for (int done = 0; done < KILLS; ) {
        // Short lives more often than long ones: much can go wrong at the creation of a store.
        int life = 1 + random.nextInt(1 + random.nextInt(MAX_ROUNDS_PER_STORE));
        int rounds = Math.min(life, (KILLS - done + AT_ONCE - 1) / AT_ONCE);
        Path directory = Files.createDirectory(scratch.resolve("from kill " + done));
        acknowledged += life(random, mortals, directory, rounds);
        Directories.delete(directory);
        done += rounds * AT_ONCE;
      }
    }
    assertThat(acknowledged).as("the programs got to do something").isGreaterThan(KILLS);
    System.out.println("random kills: " + acknowledged + " acknowledged results, all there");
  }

  /** One store from its creation through some rounds. */
  private static int life(Random random, Mortals mortals, Path directory, int rounds)
      throws Exception {
    Path store = directory.resolve("store");
    Path log = directory.resolve("log");
    Acknowledged acknowledged = new Acknowledged(store, log);
    for (int round = 0; round < rounds; round++) {
      List<Child> children = mortals.next(AT_ONCE);
      try {
        for (Child child : children) {
          child.send(String.join(
              "\t",
              store.toString(),
              log.toString(),
              "" + NEW_KEYS * (round + 1),
              "" + random.nextLong(),
              "" + THREADS,
              OPERATIONS));
        }
        for (Child child : children) {
          killAtRandom(child, random, acknowledged);
        }
      } finally {
        children.forEach(Child::close);
      }
      acknowledged.verify();
    }
    if (Files.exists(store.resolve("meta.db"))) {
      acknowledged.verifyDatabase();
    }
    return acknowledged.size();
  }

  /** Before anything was acknowledged, or after some acknowledgements and then some more microseconds. */
  private static void killAtRandom(Child child, Random random, Acknowledged acknowledged)
      throws IOException, InterruptedException {
    int acknowledgements = Math.max(0, random.nextInt(NEW_KEYS / 2) - NEW_KEYS / 4);
    for (int i = 0; i < acknowledgements; i++) {
      acknowledged.hear(child.line());
    }
    // A point in time that is no line of the program's.
    int micros = acknowledgements == 0 ? 100_000 : 5_000;
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(micros)));
    child.kill();
    acknowledged.killed(THREADS);
    for (String line = child.lineIfAny(); line != null; line = child.lineIfAny()) {
      acknowledged.hear(line);
    }
  }
}
