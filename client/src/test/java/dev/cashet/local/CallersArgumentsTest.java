package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task works on the caller's own objects, and what it changes in them is seen by nobody else. */
class CallersArgumentsTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static List<Integer> seen = List.of();

  @TempDir
  private Path directory;

  @BeforeEach
  void reset() {
    RUNS.set(0);
    seen = List.of();
  }

  private static List<Integer> sorted(List<Integer> numbers) {
    seen = numbers;
    Collections.sort(numbers);
    return numbers;
  }

  private static int first(List<Integer> numbers) {
    return numbers.get(0);
  }

  private static int addThenFail(List<Integer> numbers) {
    numbers.add(numbers.size());
    if (RUNS.incrementAndGet() < 3) {
      throw new IllegalStateException("not yet");
    }
    return numbers.size();
  }

  private static int growParts(List<Integer> part, List<Integer> whole) {
    whole.add(9);
    RUNS.incrementAndGet();
    throw new IllegalStateException("always");
  }

  @Test
  void submit_theTaskChangesItsArgument_nobodyElseSeesIt() {
    try (Cashet cashet = Cashet.open(directory)) {
      List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));

      List<Integer> result =
          cashet.submit(CallersArgumentsTest::sorted, numbers).load();

      assertThat(seen).as("the first run sees the caller's own list").isSameAs(numbers);
      assertThat(result).containsExactly(1, 2, 3);
      assertThat(numbers).containsExactly(3, 1, 2);
      assertThat(cashet.submit(CallersArgumentsTest::first, numbers).load()).isEqualTo(3);
      assertThat(cashet.submit(CallersArgumentsTest::sorted, numbers).wasCached())
          .isTrue();
    }
  }

  @Test
  void submit_anAttemptChangesItsArgument_theRetrySeesWhatTheCallerPassed() {
    try (Cashet cashet = Cashet.open(directory)) {
      List<Integer> numbers = new ArrayList<>(List.of(5));
      TaskOptions retries = TaskOptions.defaults().retries(3);

      int size = cashet.with(retries).submit(() -> addThenFail(numbers)).load();

      assertThat(RUNS).hasValue(3);
      assertThat(size).isEqualTo(2);
      assertThat(numbers).containsExactly(5);
    }
  }

  @Test
  void submit_whatAnAttemptChangedCannotBePutBack_isNotTriedAgainAndSaysWhy() {
    try (Cashet cashet = Cashet.open(directory)) {
      List<Integer> whole = new ArrayList<>(List.of(1, 2, 3));
      List<Integer> part = whole.subList(0, 2);
      TaskOptions retries = TaskOptions.defaults().retries(3).ignore("whole");

      assertThatThrownBy(
              () -> cashet.with(retries).submit(CallersArgumentsTest::growParts, part, whole))
          .isInstanceOf(TaskException.class)
          .hasStackTraceContaining("cannot be put back as the caller passed it");
      assertThat(RUNS).hasValue(1);
    }
  }
}
