package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.Task;
import dev.cashet.TaskOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options from their four levels, and on hits. */
class OptionsTest {
  private static final AtomicInteger RUNS = new AtomicInteger();

  @TempDir
  private Path directory;

  private final TickingClock clock = new TickingClock(Instant.parse("2030-01-01T00:00:00Z"));
  private Cashet cashet;

  @BeforeEach
  void open() {
    RUNS.set(0);
    cashet = Cashet.builder()
        .directory(directory)
        .clock(clock)
        .options(TaskOptions.defaults().name("client").tag("client", "1").tag("level", "client"))
        .build();
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  private static int plain(int x) {
    return RUNS.incrementAndGet() * 0 + x;
  }

  @Task(
      name = "annotated",
      tags = {"task=1", "level=task"})
  private static int annotated(int x) {
    // Other code than the plain one: two functions of one meaning are one, whatever they are
    // called.
    return x + RUNS.incrementAndGet() * 0;
  }

  private static String name(ResultRef<?> ref) {
    return ref.commit().call().name().shortName();
  }

  @Test
  void options_whenGivenAtSeveralLevels_nearestToTheCallWins() {
    TaskOptions view = TaskOptions.defaults().name("view").tag("view", "1").tag("level", "view");
    TaskOptions call = TaskOptions.defaults().name("call").tag("call", "1").tag("level", "call");
    assertThat(name(cashet.submit(() -> plain(1)))).isEqualTo("client");
    assertThat(name(cashet.submit(() -> annotated(1)))).isEqualTo("annotated");
    assertThat(name(cashet.with(view).submit(() -> annotated(2)))).isEqualTo("view");
    ResultRef<Integer> all = cashet.with(view).with(call).submit(() -> annotated(3));
    assertThat(name(all)).isEqualTo("call");
    assertThat(all.commit().terms().tags().values())
        .containsEntry("level", "call")
        .containsKeys("client", "task", "view", "call");
    assertThat(cashet.submit(OptionsTest::annotated, 4).commit().terms().tags().values())
        .containsEntry("level", "task");
  }

  @Test
  void submit_whenAHitBringsTags_addsThemByACommitOfTheSameRun() {
    ResultRef<Integer> first = cashet.submit(() -> plain(1));
    TaskOptions more = TaskOptions.defaults().tag("experiment", "7");
    ResultRef<Integer> tagged = cashet.with(more).submit(() -> plain(1));
    assertThat(tagged.wasCached()).isTrue();
    assertThat(tagged.commit().terms().tags().values())
        .containsEntry("experiment", "7")
        .containsEntry("client", "1");
    assertThat(tagged.commit().lineage().parent().orElseThrow().hex())
        .isEqualTo(first.commitHash());
    assertThat(tagged.hash()).isEqualTo(first.hash());
    assertThat(tagged.load()).isEqualTo(1);
    long commits = cashet.stats().commits().total();
    assertThat(cashet.with(more).submit(() -> plain(1)).commitHash())
        .isEqualTo(tagged.commitHash());
    assertThat(cashet.submit(() -> plain(1)).commitHash()).isEqualTo(tagged.commitHash());
    assertThat(cashet.stats().commits().total()).isEqualTo(commits).isEqualTo(2);
    assertThat(RUNS).hasValue(1);
  }

  @Test
  void invalidate_whenTheTagWasGivenOnAHit_takesTheResultAway() {
    cashet.submit(() -> plain(1));
    cashet.with(TaskOptions.defaults().tag("bad", "1")).submit(() -> plain(1));
    cashet.with(TaskOptions.defaults().tag("worse", "1")).submit(() -> plain(1));
    cashet.invalidate(java.util.Map.of("worse", "1"));
    assertThat(cashet.isCached(() -> plain(1))).isFalse();
    assertThat(cashet.stats().commits().total()).isZero();
  }

  @Test
  void submit_whenATaggedHitHasATimeToLive_expiresWithItsRun() {
    TaskOptions hour = TaskOptions.defaults().ttl(Duration.ofHours(1));
    cashet.with(hour).submit(() -> plain(1));
    clock.advance(Duration.ofMinutes(50));
    cashet.with(hour.tag("later", "1")).submit(() -> plain(1));
    assertThat(RUNS).hasValue(1);
    clock.advance(Duration.ofMinutes(11));
    cashet.submit(() -> plain(1));
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void submit_whenAHitIsOlderThanTheCallersTimeToLive_runs() {
    cashet.submit(() -> plain(1));
    clock.advance(Duration.ofHours(2));
    TaskOptions day = TaskOptions.defaults().ttl(Duration.ofDays(1));
    assertThat(cashet.with(day).submit(() -> plain(1)).wasCached()).isTrue();
    TaskOptions hour = TaskOptions.defaults().ttl(Duration.ofHours(1));
    assertThat(cashet.with(hour).submit(() -> plain(1)).wasCached()).isFalse();
    assertThat(RUNS).hasValue(2);
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        bad("retries", options -> options.retries(-1)),
        bad("backoff", options -> options.backoff(Duration.ofMillis(-1))),
        bad("backoff", options -> options.backoff(Duration.ofSeconds(Long.MAX_VALUE))),
        bad("timeout", options -> options.timeout(Duration.ZERO)),
        bad("timeout", options -> options.timeout(Duration.ofDays(100_000))),
        bad("ttl", options -> options.ttl(Duration.ofSeconds(-1))),
        bad("ttl", options -> options.ttl(Duration.ofSeconds(Long.MAX_VALUE))),
        bad("maxAge", options -> options.maxAge(Duration.ZERO)),
        bad("name", options -> options.name("")),
        bad("version", options -> options.version("")),
        bad("salt", options -> options.salt("")),
        bad("executor", options -> options.executor("")),
        bad("ignore", options -> options.ignore("")),
        bad("tags", options -> options.tag("", "x")));
  }

  private static Arguments bad(String name, UnaryOperator<TaskOptions> giving) {
    return Arguments.of(name, giving);
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void options_whenAValueIsBad_refuseItByName(String name, UnaryOperator<TaskOptions> giving) {
    assertThatThrownBy(() -> giving.apply(TaskOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + ":");
  }
}
