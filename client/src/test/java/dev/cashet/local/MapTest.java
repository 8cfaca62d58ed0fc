package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskOutcome;
import dev.cashet.TaskOutcome.Status;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps over items, on the store that everyone gets. */
class MapTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile CyclicBarrier barrier = new CyclicBarrier(1);
  private static volatile Cashet current;

  @TempDir
  private Path directory;

  @BeforeEach
  void open() {
    RUNS.set(0);
    current = Cashet.builder().directory(directory).maxWorkers(4).build();
  }

  @AfterEach
  void close() {
    current.close();
  }

  private static int square(int x) {
    RUNS.incrementAndGet();
    return x * x;
  }

  private static int scale(int x, int by) {
    RUNS.incrementAndGet();
    return x * by;
  }

  private static int meet(int x) throws Exception {
    barrier.await();
    return x;
  }

  private static int oddOnly(int x) {
    RUNS.incrementAndGet();
    if (x % 2 == 0) {
      throw new IllegalArgumentException("even " + x);
    }
    return x;
  }

  private static int total(int n) {
    return current.map(MapTest::square, IntStream.range(0, n).boxed().toList()).stream()
        .mapToInt(ResultRef::load)
        .sum();
  }

  @Test
  void map_whenItemsAreGiven_givesResultsInTheirOrder() {
    List<ResultRef<Integer>> squares = current.map(MapTest::square, List.of(3, 1, 2, 3));
    assertThat(squares.stream().map(ResultRef::load)).containsExactly(9, 1, 4, 9);
    assertThat(RUNS).hasValue(3);
  }

  @Test
  void map_whenSomeItemsWereSeen_runsTheOthers() {
    current.map(MapTest::square, List.of(1, 2, 3));
    current.submit(() -> square(4));
    assertThat(
            current.map(MapTest::square, List.of(1, 2, 3, 4, 5)).stream().map(ResultRef::wasCached))
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void map_whenASecondArgumentIsShared_passesItToEach() {
    assertThat(current.map(MapTest::scale, List.of(1, 2), 10).stream().map(ResultRef::load))
        .containsExactly(10, 20);
    assertThat(current.submit(() -> scale(2, 10)).wasCached()).isTrue();
  }

  @Test
  void map_always_runsAsManyAtOnceAsTheClientSays() {
    barrier = new CyclicBarrier(4);
    assertThat(current.map(MapTest::meet, List.of(1, 2, 3, 4, 5, 6, 7, 8))).hasSize(8);
  }

  @Test
  void map_whenAnItemFails_throwsTheFirstFailureAndKeepsTheRest() {
    assertThatThrownBy(() -> current.map(MapTest::oddOnly, List.of(1, 3, 4, 5, 6)))
        .isInstanceOf(TaskException.class)
        .hasRootCauseMessage("even 4");
    assertThat(current.submit(MapTest::oddOnly, 1).wasCached()).isTrue();
  }

  @Test
  void mapOutcomes_whenItemsFail_goesOnWithTheOthers() {
    List<TaskOutcome<Integer>> outcomes =
        current.mapOutcomes(MapTest::oddOnly, List.of(1, 2, 3, 4)).toList();
    assertThat(outcomes.stream().map(TaskOutcome::status))
        .containsExactly(Status.COMPLETED, Status.FAILED, Status.COMPLETED, Status.FAILED);
    assertThat(outcomes.get(1).problem().orElseThrow().because()).endsWith("(item 1)");
    assertThat(outcomes.get(1).name()).isEqualTo("MapTest.oddOnly");
  }

  @Test
  void mapStream_whenItemsNeverEnd_readsThemAsTheyAreNeeded() {
    AtomicInteger read = new AtomicInteger();
    Iterable<Integer> endless =
        () -> Stream.iterate(0, x -> x + 1).peek(x -> read.incrementAndGet()).iterator();
    try (Stream<ResultRef<Integer>> squares = current.mapStream(MapTest::square, endless)) {
      assertThat(squares.limit(10).map(ResultRef::load))
          .containsExactly(0, 1, 4, 9, 16, 25, 36, 49, 64, 81);
    }
    assertThat(read.get()).isBetween(10, 10 + 4 * 32 + 1);
  }

  @Test
  void mapStream_whenAnItemFails_throwsWhereItComes() {
    try (Stream<ResultRef<Integer>> odd = current.mapStream(MapTest::oddOnly, List.of(1, 2, 3))) {
      Iterator<ResultRef<Integer>> each = odd.iterator();
      assertThat(each.next().load()).isEqualTo(1);
      assertThatThrownBy(each::next).hasRootCauseMessage("even 2");
    }
  }

  @Test
  void map_whenTasksMapThemselves_ends() {
    assertThat(current.map(MapTest::total, List.of(1, 2, 3, 4, 5, 6, 7, 8)).stream()
            .map(ResultRef::load))
        .containsExactly(0, 1, 5, 14, 30, 55, 91, 140);
  }

  @Test
  void map_whenSeenThroughOptions_usesThem() {
    List<ResultRef<Integer>> tagged = current
        .with(TaskOptions.defaults().tag("kind", "square"))
        .map(MapTest::square, List.of(1, 2));
    assertThat(tagged.get(1).commit().terms().tags().values()).containsEntry("kind", "square");
  }

  @Test
  void map_whenThereAreNoItems_givesNothing() {
    assertThat(current.map(MapTest::square, List.of())).isEmpty();
  }
}
