package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.VerifyRequest;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/adr/0017: collection beside readers and writers, in threads and in other programs. */
class CollectionRaceTest {
  private static final long SEED = Long.getLong("cashet.race.seed", 20260301L);
  private static final int ROUNDS = Integer.getInteger("cashet.race.rounds", 80);
  private static final long PATIENCE_SECONDS = 300;

  @TempDir
  private Path directory;

  @Test
  void gc_besideReadersAndWriters_leavesNoCommitWithoutItsResult() throws Exception {
    List<Process> programs =
        List.of(program(1, "write", ROUNDS), program(2, "collect", ROUNDS / 3));
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> running = new ArrayList<>();
      running.add(threads.submit(run(3, race -> race.write(ROUNDS))));
      running.add(threads.submit(run(4, race -> race.write(ROUNDS))));
      running.add(threads.submit(run(5, race -> race.read(5 * ROUNDS))));
      running.add(threads.submit(run(6, race -> race.read(5 * ROUNDS))));
      running.add(threads.submit(run(7, race -> race.collect(ROUNDS / 3))));
      for (Future<?> each : running) {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      for (Process program : programs) {
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as("seed %d: %s", SEED, said).isZero();
      }
    } finally {
      threads.shutdownNow();
      programs.forEach(Process::destroyForcibly);
    }

    try (Store store = LocalStore.open(directory, StoreOptions.defaults())) {
      assertThat(store.maintenance().verify(VerifyRequest.checking()).problems())
          .as("seed %d", SEED)
          .isEmpty();
    }
  }

  private interface Role {
    void play(CollectionRace race) throws Exception;
  }

  private Callable<Boolean> run(long number, Role role) {
    return () -> {
      role.play(new CollectionRace(directory, SEED + number));
      return true;
    };
  }

  private Process program(long number, String role, int rounds) throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path")
                + File.pathSeparator
                + System.getProperty("surefire.test.class.path", ""),
            CollectionRace.class.getName(),
            directory.toString(),
            Long.toString(SEED + number),
            role,
            Integer.toString(rounds))
        .redirectErrorStream(true)
        .start();
  }
}
