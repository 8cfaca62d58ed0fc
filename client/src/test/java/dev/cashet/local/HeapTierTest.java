package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskOptions;
import dev.cashet.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that stay in the heap, beside others who write to the same store. */
class HeapTierTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final TaskOptions FORCED = TaskOptions.defaults().force(true);

  @TempDir
  private Path directory;

  record Reading(String station, double mean, List<Integer> years) {}

  @BeforeEach
  void reset() {
    RUNS.set(0);
  }

  private static int run(int key) {
    return RUNS.incrementAndGet();
  }

  private static Reading reading(String station) {
    return new Reading(station, 11.5, List.of(2010, 2011));
  }

  private static List<Integer> list(int size) {
    return new ArrayList<>(List.of(size));
  }

  private static String text(int length, char c) {
    return String.valueOf(c).repeat(length);
  }

  private CountingStore counting() {
    return new CountingStore(LocalStore.open(directory, StoreOptions.defaults()));
  }

  @Test
  void submit_whenTheResultIsInTheHeap_doesNotAskTheStore() {
    CountingStore store = counting();
    try (Cashet cashet = Cashet.builder().store(store).build()) {
      cashet.submit(HeapTierTest::run, 1);
      cashet.submit(HeapTierTest::run, 1).load();
      int before = store.lookUps();

      ResultRef<Integer> hit = cashet.submit(HeapTierTest::run, 1);

      assertThat(hit.wasCached()).isTrue();
      assertThat(hit.load()).isEqualTo(1);
      assertThat(store.lookUps()).isEqualTo(before);
    }
  }

  @Test
  void submit_withoutAMemoryCache_asksTheStoreEachTime() {
    CountingStore store = counting();
    try (Cashet cashet = Cashet.builder().store(store).memoryCache(0).build()) {
      cashet.submit(HeapTierTest::run, 1);
      cashet.submit(HeapTierTest::run, 1).load();
      int before = store.lookUps();

      cashet.submit(HeapTierTest::run, 1);

      assertThat(store.lookUps()).isEqualTo(before + 1);
    }
  }

  @Test
  void load_whenTheValueCannotBeChanged_isOneObjectForAll() {
    try (Cashet cashet = Cashet.open(directory)) {
      cashet.submit(HeapTierTest::reading, "Seattle");
      Reading first = cashet.submit(HeapTierTest::reading, "Seattle").load();

      assertThat(cashet.submit(HeapTierTest::reading, "Seattle").load()).isSameAs(first);
    }
  }

  @Test
  void load_whenTheValueCanBeChanged_isFreshForEach() {
    try (Cashet cashet = Cashet.open(directory)) {
      cashet.submit(HeapTierTest::list, 3);
      cashet.submit(HeapTierTest::list, 3).load().add(99);

      assertThat(cashet.submit(HeapTierTest::list, 3).load()).containsExactly(3);
    }
  }

  @Test
  void submit_whenAnotherClientForcedTheCall_findsItsResult() {
    try (Cashet one = Cashet.open(directory);
        Cashet other = Cashet.open(directory)) {
      one.submit(HeapTierTest::run, 1);
      assertThat(one.submit(HeapTierTest::run, 1).load()).isEqualTo(1);

      other.with(FORCED).submit(HeapTierTest::run, 1);

      assertThat(one.submit(HeapTierTest::run, 1).load()).isEqualTo(2);
    }
  }

  @Test
  void submit_whenTheResultHasExpired_runsAgainThoughItIsInTheHeap() {
    TickingClock clock = new TickingClock(Instant.parse("2026-03-01T09:00:00Z"));
    TaskOptions hour = TaskOptions.defaults().ttl(Duration.ofHours(1));
    try (Cashet cashet = Cashet.builder().directory(directory).clock(clock).build()) {
      cashet.with(hour).submit(HeapTierTest::run, 1);
      assertThat(cashet.with(hour).submit(HeapTierTest::run, 1).load()).isEqualTo(1);

      clock.advance(Duration.ofHours(2));

      assertThat(cashet.with(hour).submit(HeapTierTest::run, 1).load()).isEqualTo(2);
    }
  }

  @Test
  void submit_whenMoreIsFoundThanFits_stillFindsEverything() {
    CountingStore store = counting();
    try (Cashet cashet = Cashet.builder().store(store).memoryCache(200_000).build()) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) {
          char c = (char) ('a' + i % 26);
          assertThat(cashet.submit(HeapTierTest::text, 5_000 + i, c).load())
              .isEqualTo(text(5_000 + i, c));
        }
      }
      int before = store.lookUps();
      for (int i = 0; i < 100; i++) {
        cashet.submit(HeapTierTest::text, 5_000 + i, (char) ('a' + i % 26));
      }

      // 200,000 bytes hold some of a hundred texts of 5,000, not all.
      assertThat(store.lookUps() - before).isBetween(50, 100);
    }
  }

  /** What was acknowledged to anyone before a call began is the least that the call may find. */
  @Test
  void submit_besideForcedRuns_neverFindsWhatWasReplacedBefore() throws Exception {
    int rounds = 300;
    AtomicInteger acknowledged = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Cashet writer = Cashet.open(directory);
        Cashet reader = Cashet.open(directory)) {
      acknowledged.set(writer.submit(HeapTierTest::run, 7).load());
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(threads.submit(() -> {
          int looks = 0;
          while (!over.get()) {
            int least = acknowledged.get();
            int found = reader.submit(HeapTierTest::run, 7).load();
            assertThat(found).isGreaterThanOrEqualTo(least);
            looks++;
          }
          return looks;
        }));
      }
      for (int i = 0; i < rounds; i++) {
        acknowledged.set(writer.with(FORCED).submit(HeapTierTest::run, 7).load());
      }
      over.set(true);
      for (Future<Integer> each : readers) {
        assertThat(each.get()).isPositive();
      }
      assertThat(RUNS).hasValue(rounds + 1);
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
  }
}
