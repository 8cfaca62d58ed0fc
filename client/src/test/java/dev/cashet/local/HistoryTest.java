package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories of many threads of several clients on one store, recorded and then checked: who began after a result was
 * handed out never gets an older one, and a key that nobody forced has one result.
 *
 * <p>CONTRIBUTING.md says with what taken out this was seen to fail.
 */
class HistoryTest {
  private static final int KEYS = 40;
  private static final int ROUNDS = 4;
  private static final int CLIENTS = 3;
  private static final int THREADS_EACH = 3;

  /** How often each key really ran; a task returns which run it was. */
  private static final AtomicIntegerArray RUNS = new AtomicIntegerArray(KEYS);

  @TempDir
  private Path directory;

  @BeforeEach
  void reset() {
    for (int i = 0; i < KEYS; i++) {
      RUNS.set(i, 0);
    }
  }

  private static int numbered(int key) {
    return RUNS.incrementAndGet(key);
  }

  /**
   * One submission as its caller saw it.
   *
   * @param key what was asked for
   * @param run which run of it came back
   * @param commit under which name
   * @param began when it was asked, in nanoseconds
   * @param ended when it was there
   */
  private record Seen(int key, int run, String commit, long began, long ended) {}

  @Test
  void submit_fromManyClients_runsEachKeyOnce() throws Exception {
    List<Seen> history = history(11, 0);

    assertThat(stale(history)).isEmpty();
    for (int key = 0; key < KEYS; key++) {
      int wanted = key;
      Set<String> commits = new HashSet<>();
      history.stream()
          .filter(seen -> seen.key() == wanted)
          .forEach(seen -> commits.add(seen.commit()));
      assertThat(commits).as("commits of key %d", key).hasSize(1);
      assertThat(RUNS.get(key)).as("runs of key %d", key).isEqualTo(1);
    }
  }

  @Test
  void submit_whenSomeForceARun_neverServesAnOlderResultAfterANewerOne() throws Exception {
    assertThat(stale(history(12, 0.2))).isEmpty();
  }

  /** Those that came back with an older run than one that had been handed out before they began. */
  private static List<String> stale(List<Seen> history) {
    List<String> stale = new ArrayList<>();
    for (Seen later : history) {
      for (Seen earlier : history) {
        if (earlier.key() == later.key()
            && earlier.ended() < later.began()
            && earlier.run() > later.run()) {
          stale.add(later + " after " + earlier);
        }
      }
    }
    return stale;
  }

  private List<Seen> history(long seed, double forced) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS * THREADS_EACH);
    List<Cashet> clients = new ArrayList<>();
    try {
      CyclicBarrier together = new CyclicBarrier(CLIENTS * THREADS_EACH);
      List<Callable<List<Seen>>> members = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Cashet cashet = Cashet.open(directory);
        clients.add(cashet);
        for (int thread = 0; thread < THREADS_EACH; thread++) {
          Random random = new Random(seed * 1000 + members.size());
          members.add(() -> member(cashet, random, forced, together));
        }
      }
      List<Seen> all = new ArrayList<>();
      for (Future<List<Seen>> each : threads.invokeAll(members)) {
        all.addAll(each.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
      clients.forEach(Cashet::close);
    }
  }

  /** All ask for the same keys in the same order, so that they meet. */
  private static List<Seen> member(
      Cashet cashet, Random random, double forced, CyclicBarrier together) throws Exception {
    List<Seen> seen = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int key = 0; key < KEYS; key++) {
        if (round == 0 || key % 10 == 0) {
          together.await();
        }
        TaskOptions options = TaskOptions.defaults().force(random.nextDouble() < forced);
        long began = System.nanoTime();
        ResultRef<Integer> ref = cashet.with(options).submit(HistoryTest::numbered, key);
        seen.add(new Seen(key, ref.load(), ref.commitHash(), began, System.nanoTime()));
      }
    }
    return seen;
  }
}
