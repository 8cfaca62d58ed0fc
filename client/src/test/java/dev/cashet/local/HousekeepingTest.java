package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskOptions;
import dev.cashet.history.NoSuchCommitException;
import dev.cashet.maintenance.Eviction;
import dev.cashet.maintenance.GcPolicy;
import dev.cashet.maintenance.GcReport;
import dev.cashet.maintenance.PinnedException;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Pin;
import dev.cashet.tck.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a store small, as a program uses it. */
class HousekeepingTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir
  private Path directory;

  private final MutableClock clock = MutableClock.atNoon();
  private Cashet cashet;

  @BeforeEach
  void open() {
    cashet = Cashet.builder().directory(directory).clock(clock).build();
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  static byte[] noise(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private ResultRef<byte[]> make(int seed) {
    return cashet.submit(HousekeepingTest::noise, seed, 20_000);
  }

  private List<String> left() {
    return cashet.log(LogQuery.newest(1000)).stream()
        .map(commit -> commit.id().hex())
        .toList();
  }

  @Test
  void rm_always_makesTheNextCallRun() {
    ResultRef<byte[]> first = make(1);
    ResultRef<byte[]> second = make(2);

    assertThat(cashet.rm(first.commitHash().substring(0, 9)).commits()).isEqualTo(1);

    assertThat(left()).containsExactly(second.commitHash());
    assertThat(make(1).wasCached()).isFalse();
    assertThat(make(2).wasCached()).isTrue();
    assertThatThrownBy(() -> cashet.rm("0000000000")).isInstanceOf(NoSuchCommitException.class);
  }

  @Test
  void invalidate_always_removesWhatHasAllTheTags() {
    TaskOptions nightly = TaskOptions.defaults().tag("run", "nightly").tag("a.b[\"c", "x:y");
    ResultRef<byte[]> tagged = cashet.with(nightly).submit(HousekeepingTest::noise, 1, 10);
    ResultRef<byte[]> other = cashet
        .with(TaskOptions.defaults().tag("run", "nightly"))
        .submit(HousekeepingTest::noise, 2, 10);

    assertThatThrownBy(() -> cashet.invalidate(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one tag");
    assertThat(cashet.invalidate(Map.of("run", "weekly")).commits()).isZero();
    assertThat(cashet.invalidate(Map.of("run", "nightly", "a.b[\"c", "x:y")).commits())
        .isEqualTo(1);

    assertThat(left()).containsExactly(other.commitHash()).doesNotContain(tagged.commitHash());
  }

  @Test
  void pin_whenNamed_standsForTheHashEverywhereAndKeepsTheCommit() {
    ResultRef<byte[]> best = make(1);
    make(2);
    cashet.pin(best.commitHash(), "best");

    assertThat(cashet.show("best").entry().id().hex()).isEqualTo(best.commitHash());
    assertThat(cashet.<byte[]>get("best").load()).isEqualTo(noise(1, 20_000));
    clock.advance(DAY);
    assertThat(cashet.gc(GcPolicy.defaults().olderThan(Duration.ZERO)).removed().commits())
        .isEqualTo(1);
    assertThat(left()).containsExactly(best.commitHash());
    assertThatThrownBy(() -> cashet.rm("best"))
        .isInstanceOf(PinnedException.class)
        .hasMessageContaining("best");
    assertThatThrownBy(() -> cashet.pin(make(3).commitHash(), "best"))
        .isInstanceOf(PinnedException.class);

    assertThat(cashet.unpin("best")).isEqualTo(1);
    assertThat(cashet.unpin(best.commitHash())).isZero();
    assertThatThrownBy(() -> cashet.show("best"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no pin's name");
    assertThat(cashet.housekeeping().pins()).isEqualTo(List.<Pin>of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-x", "abcd", "12345678", "a b", "a\nb", "../x", "é\0"})
  void pin_whenTheNameIsNone_isRefused(String name) {
    String hash = make(1).commitHash();

    assertThatThrownBy(() -> cashet.pin(hash, name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pin name");
  }

  @Test
  void invalidate_whenOneIsPinned_removesNothing() {
    cashet.with(TaskOptions.defaults().tag("a", "b")).submit(HousekeepingTest::noise, 1, 10);
    String hash = left().get(0);
    cashet.pin(hash);

    assertThatThrownBy(() -> cashet.invalidate(Map.of("a", "b")))
        .isInstanceOf(PinnedException.class);

    assertThat(left()).containsExactly(hash);
  }

  @Test
  void gc_byAge_countsHitsLoadsAndInputsAsUse() {
    ResultRef<byte[]> hit = make(1);
    ResultRef<byte[]> loaded = make(2);
    ResultRef<byte[]> input = make(3);
    make(4);
    clock.advance(DAY.multipliedBy(20));
    make(1);
    loaded.load();
    ResultRef<Integer> user = cashet.submit(() -> input.load().length);

    GcReport report = cashet.gc(GcPolicy.defaults().olderThan(DAY.multipliedBy(10)));

    assertThat(report.removed().commits()).isEqualTo(1);
    assertThat(left())
        .containsExactlyInAnyOrder(
            hit.commitHash(), loaded.commitHash(), input.commitHash(), user.commitHash());
  }

  @Test
  void gc_always_takesWhatHasExpired() {
    ResultRef<byte[]> expired = cashet
        .with(TaskOptions.defaults().ttl(Duration.ofMinutes(5)))
        .submit(HousekeepingTest::noise, 1, 10);
    ResultRef<byte[]> kept = make(2);
    clock.advance(Duration.ofMinutes(5));

    GcReport dry = cashet.gc(GcPolicy.defaults().dryRun(true));
    assertThat(left()).contains(expired.commitHash(), kept.commitHash());
    GcReport report = cashet.gc(GcPolicy.defaults());

    assertThat(left()).containsExactly(kept.commitHash());
    for (GcReport each : List.of(dry, report)) {
      assertThat(each.evictions()).singleElement().satisfies(eviction -> {
        assertThat(eviction.reason()).isEqualTo(Eviction.Reason.EXPIRED);
        assertThat(eviction.candidate().commit().hex()).isEqualTo(expired.commitHash());
      });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gc_bySize_takesTheLeastRecentlyUsedUntilItFits(boolean dryRunFirst) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      made.add(make(i).commitHash());
      clock.advance(Duration.ofSeconds(1));
    }
    clock.advance(Duration.ofSeconds(1));
    make(0);
    long before = cashet.stats().diskBytes();
    long max = 700_000;
    GcPolicy policy = GcPolicy.defaults().maxSize(max);
    Optional<GcReport> dry =
        dryRunFirst ? Optional.of(cashet.gc(policy.dryRun(true))) : Optional.empty();

    GcReport report = cashet.gc(policy);

    assertThat(before).isGreaterThan(1_200_000);
    assertThat(report.bytesAfter())
        .isLessThanOrEqualTo(max)
        .isEqualTo(cashet.stats().diskBytes());
    assertThat(cashet.stats().diskBytes()).isGreaterThan(max / 2);
    List<String> evicted = report.evictions().stream()
        .map(eviction -> eviction.candidate().commit().hex())
        .toList();
    assertThat(evicted).isEqualTo(made.subList(1, 1 + evicted.size()));
    dry.ifPresent(said -> assertThat(said.evictions())
        .extracting(eviction -> eviction.candidate().commit().hex())
        .startsWith(evicted.get(0), evicted.get(1))
        .hasSizeBetween(evicted.size() - 3, evicted.size() + 3));
    assertThat(cashet.verify().problems()).isEmpty();
  }

  @Test
  void gc_whenNothingCanMakeItFit_endsAndSaysWhatIsLeft() {
    cashet.pin(make(1).commitHash());
    make(2);

    GcReport report = cashet.gc(GcPolicy.defaults().maxSize(1));

    assertThat(left()).hasSize(1);
    assertThat(report.bytesAfter()).isGreaterThan(20_000);
  }

  @Test
  void clear_always_leavesASmallStoreThatWorks() {
    for (int i = 0; i < 30; i++) {
      make(i);
    }

    assertThat(cashet.clear().commits()).isEqualTo(30);

    assertThat(left()).isEmpty();
    assertThat(cashet.stats().files().bytes()).isZero();
    assertThat(cashet.stats().diskBytes()).isLessThan(400_000);
    assertThat(make(1).wasCached()).isFalse();
    assertThat(cashet.verify().problems()).isEmpty();
  }

  @Test
  void maxSize_whenAProgramWritesMore_keepsTheStoreBelowAndWhatWasMadeLastLoadable() {
    Path small = directory.resolve("small");
    try (Cashet bounded = Cashet.builder().directory(small).maxSize(1_000_000).build()) {
      for (int i = 0; i < 80; i++) {
        ResultRef<byte[]> ref = bounded.submit(HousekeepingTest::noise, i, 50_000);
        assertThat(ref.load()).isEqualTo(noise(i, 50_000));
      }
    }
    try (Cashet after = Cashet.open(small)) {
      assertThat(after.stats().diskBytes()).isLessThanOrEqualTo(1_000_000).isGreaterThan(300_000);
      assertThat(after.submit(HousekeepingTest::noise, 79, 50_000).wasCached()).isTrue();
      assertThat(after.submit(HousekeepingTest::noise, 0, 50_000).wasCached()).isFalse();
      assertThat(after.verify().problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void maxSize_whenNotPositive_isRefused(long bytes) {
    assertThatThrownBy(() -> Cashet.builder().maxSize(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxSize");
  }

  @Test
  void policy_whenNegative_isRefused() {
    GcPolicy policy = GcPolicy.defaults();
    assertThatThrownBy(() -> policy.olderThan(Duration.ofSeconds(-1)))
        .hasMessageContaining("olderThan");
    assertThatThrownBy(() -> policy.maxSize(-1)).hasMessageContaining("maxSize");
    assertThatThrownBy(() -> policy.grace(Duration.ofNanos(-1))).hasMessageContaining("grace");
  }
}
