package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs at random work on one store, each killed at a random point; round after round on the same store, and on a
 * new one now and then, so that its creation is interrupted too.
 *
 * <p>{@code -Dcashet.crash.rounds=N} for more of them, {@code -Dcashet.crash.seed=N} for the same ones again as far as
 * the machine's timing allows.
 */
class RandomKillTest {
  private static final int ROUNDS = Integer.getInteger("cashet.crash.rounds", 30);
  private static final long SEED = Long.getLong("cashet.crash.seed", System.nanoTime());
  private static final int MAX_ROUNDS_PER_STORE = 20;
  private static final int NEW_KEYS = 60;
  private static final int THREADS = 2;

  @TempDir
  private Path scratch;

  @Test
  void submit_whenProgramsAreKilledAtAnyPoint_losesNothingAndServesNothingWrong() throws Exception {
    System.out.println("random kills: " + ROUNDS + " rounds, -Dcashet.crash.seed=" + SEED);
    Random random = new Random(SEED);
    int acknowledged = 0;
    try (KilledPrograms programs = new KilledPrograms(scratch)) {
      for (int done = 0, rounds; done < ROUNDS; done += rounds) {
        // Short lives more often than long ones: much can go wrong at the creation of a store.
        int life = 1 + random.nextInt(1 + random.nextInt(MAX_ROUNDS_PER_STORE));
        rounds = Math.min(life, ROUNDS - done);
        Path directory = Files.createDirectory(scratch.resolve("from round " + done));
        acknowledged += life(random, programs, directory, rounds);
        Directories.delete(directory);
      }
    }
    assertThat(acknowledged).as("the programs got to do something").isGreaterThan(ROUNDS);
    System.out.println("random kills: " + acknowledged + " acknowledged results, all there");
  }

  /** One store from its creation through some rounds. */
  private static int life(Random random, KilledPrograms programs, Path directory, int rounds)
      throws Exception {
    Path store = directory.resolve("store");
    Path log = directory.resolve("log");
    Acknowledged acknowledged = new Acknowledged(store, log);
    for (int round = 0; round < rounds; round++) {
      try (Child one = programs.next();
          Child other = programs.next()) {
        int to = NEW_KEYS * (round + 1);
        for (Child child : new Child[] {one, other}) {
          child.send(String.join(
              "\t",
              store.toString(),
              log.toString(),
              "0",
              "" + to,
              "" + random.nextLong(),
              "" + THREADS));
        }
        killAtRandom(one, random, acknowledged);
        killAtRandom(other, random, acknowledged);
      }
      acknowledged.verify();
    }
    if (Files.exists(store.resolve("meta.db"))) {
      acknowledged.verifyDatabase();
    }
    return acknowledged.size();
  }

  /** After some acknowledgements, or before the first, and then some more microseconds. */
  private static void killAtRandom(Child child, Random random, Acknowledged acknowledged)
      throws IOException, InterruptedException {
    int acknowledgements = Math.max(0, random.nextInt(NEW_KEYS) - NEW_KEYS / 6);
    for (int i = 0; i < acknowledgements; i++) {
      acknowledged.hear(child.line());
    }
    // A point in time that is no line of the program's.
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(5_000)));
    child.kill();
    acknowledged.killed(THREADS);
    for (String line = child.lineIfAny(); line != null; line = child.lineIfAny()) {
      acknowledged.hear(line);
    }
  }
}
