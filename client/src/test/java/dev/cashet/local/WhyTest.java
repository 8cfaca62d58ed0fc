package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.history.Change;
import dev.cashet.history.Why;
import dev.cashet.model.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a call runs, asked before it and again after it. */
class WhyTest {
  private @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private final InstantSource clock = () -> now;
  private Cashet cashet;

  static double scale(int n, double lr) {
    return n * lr;
  }

  static double other(int n, double lr) {
    return n / lr;
  }

  static int total(Map<String, List<Integer>> rows) {
    return rows.values().stream().mapToInt(List::size).sum();
  }

  static byte[] large(int n) {
    return new byte[n];
  }

  static int failing(int n) throws IOException {
    throw new IOException("no luck with " + n);
  }

  @BeforeEach
  void open() {
    cashet = Cashet.builder().directory(folder.resolve("store")).clock(clock).build();
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  @Test
  void why_whenNeverRun_saysSoAndWritesNothing() {
    Why why = cashet.why(WhyTest::scale, 1, 0.01);
    assertThat(why.toString())
        .isEqualTo("miss: never run: there is no earlier commit of WhyTest.scale");
    assertThat(why.commit()).isEmpty();
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void why_whenThereIsAResult_namesItsCommit() {
    ResultRef<Double> ref = cashet.submit(WhyTest::scale, 1, 0.01);
    Why why = cashet.why(WhyTest::scale, 1, 0.01);
    assertThat(why.isHit()).isTrue();
    assertThat(why.commit()).contains(ref.commit().id());
    assertThat(why.changes()).isEmpty();
    assertThat(cashet.why(() -> scale(1, 0.01)).isHit())
        .as("the lambda is the call")
        .isTrue();
  }

  @Test
  void why_whenAnArgumentDiffers_showsItBeforeAndAfterTheRun() {
    ResultRef<Double> first = cashet.submit(WhyTest::scale, 1, 0.01);
    now = now.plusSeconds(1);
    cashet.submit(WhyTest::scale, 7, 0.5);
    cashet.submit(WhyTest::other, 1, 0.02);
    now = now.plusSeconds(1);
    Why before = cashet.why(WhyTest::scale, 1, 0.02);
    assertThat(before.reason()).isEqualTo("argument 2 (lr): 0.01 → 0.02");
    assertThat(before.commit())
        .as("nearer than the newest")
        .contains(first.commit().id());
    ResultRef<Double> ran = cashet.submit(WhyTest::scale, 1, 0.02);
    assertThat(cashet.why(ran.commitHash())).isEqualTo(before);
    assertThat(cashet.why(WhyTest::scale, 2, 0.04).reason())
        .isEqualTo("argument 1 (n): 1 → 2, and 1 more");
  }

  @Test
  void why_whenALongArgumentDiffers_showsWhereItDoes() {
    cashet.submit(
        WhyTest::total, Map.of("a", Stream.iterate(0, i -> i + 1).limit(900).toList()));
    Why why = cashet.why(
        WhyTest::total,
        Map.of("a", Stream.iterate(0, i -> i == 90 ? 7 : i + 1).limit(900).toList()));
    assertThat(why.reason())
        .startsWith("argument 1 (rows): ")
        .contains("90, 91", "90, 7", "→")
        .hasSizeLessThan(160);
    Why type = cashet.why(
        WhyTest::total, Map.of("a", Stream.iterate(0, i -> i + 1).limit(901).toList()));
    assertThat(type.isHit()).isFalse();
    assertThat(type.reason()).startsWith("argument 1 (rows): ");
  }

  @Test
  void why_whenOptionsOfTheKeyDiffer_namesThem() {
    cashet.submit(WhyTest::scale, 1, 0.01);
    TaskOptions versioned = TaskOptions.defaults().version("2");
    assertThat(cashet.with(versioned).why(WhyTest::scale, 1, 0.01).reason())
        .isEqualTo("version: 2 is new");
    now = now.plusSeconds(1);
    cashet.with(versioned).submit(WhyTest::scale, 1, 0.01);
    Why next = cashet.with(versioned.version("3")).why(WhyTest::scale, 1, 0.01);
    assertThat(next.changes()).extracting(Change::sentence).containsExactly("version: 2 → 3");
    ResultRef<Double> salted =
        cashet.with(TaskOptions.defaults().salt("secret")).submit(WhyTest::scale, 1, 0.01);
    assertThat(cashet.why(salted.commitHash()).reason())
        .startsWith("salt: ")
        .doesNotContain("secret");
    assertThat(cashet
            .with(TaskOptions.defaults().ignore("lr"))
            .why(WhyTest::scale, 1, 0.01)
            .changes())
        .extracting(Change::name)
        .contains("ignored parameters");
  }

  @Test
  void why_whenTheResultExpired_saysHowLongAgo() {
    cashet.with(TaskOptions.defaults().ttl(Duration.ofHours(1))).submit(WhyTest::scale, 1, 0.01);
    now = now.plus(Duration.ofHours(3));
    Why before = cashet.why(WhyTest::scale, 1, 0.01);
    assertThat(before.reason()).isEqualTo("expired 2 h ago");
    ResultRef<Double> ran = cashet.submit(WhyTest::scale, 1, 0.01);
    assertThat(cashet.why(ran.commitHash())).isEqualTo(before);
    assertThat(ran.commit().run().cause()).contains(Cause.EXPIRED);
    now = now.plus(Duration.ofDays(3));
    assertThat(cashet
            .with(TaskOptions.defaults().maxAge(Duration.ofDays(1)))
            .why(WhyTest::scale, 1, 0.01)
            .reason())
        .isEqualTo("too old for this call's maxAge: completed 3 d ago");
    assertThat(cashet.why(WhyTest::scale, 1, 0.01).isHit()).isTrue();
  }

  @Test
  void why_whenTheCallerAsksForARun_saysSo() {
    cashet.submit(WhyTest::scale, 1, 0.01);
    var forced = cashet.with(TaskOptions.defaults().force(true));
    assertThat(forced.why(WhyTest::scale, 1, 0.01).reason()).startsWith("forced");
    assertThat(cashet.why(forced.submit(WhyTest::scale, 1, 0.01).commitHash()).reason())
        .startsWith("forced");
    var uncached = cashet.with(TaskOptions.defaults().cache(false));
    assertThat(uncached.why(WhyTest::scale, 1, 0.01).reason()).startsWith("cache=false");
    assertThat(cashet.why(uncached.submit(WhyTest::scale, 1, 0.01).commitHash()).reason())
        .startsWith("cache=false");
    uncached.submit(WhyTest::scale, 5, 0.01);
    assertThat(cashet.why(WhyTest::scale, 5, 0.01).reason())
        .isEqualTo("the earlier run was made with cache=false and is never served");
  }

  @Test
  void why_whenTheLastRunFailed_saysSo() {
    assertThatThrownBy(() -> cashet.submit(WhyTest::failing, 3)).isInstanceOf(TaskException.class);
    assertThat(cashet.why(WhyTest::failing, 3).reason())
        .isEqualTo("failed last time with IOException");
  }

  @Test
  void why_whenAFailureIsKept_isAHit() {
    var keeping = cashet.with(TaskOptions.defaults().cacheFailures(Duration.ofMinutes(5)));
    assertThatThrownBy(() -> keeping.submit(WhyTest::failing, 3)).isInstanceOf(TaskException.class);
    assertThat(keeping.why(WhyTest::failing, 3).toString())
        .startsWith("hit: the failure of commit ");
    now = now.plus(Duration.ofMinutes(6));
    assertThat(keeping.why(WhyTest::failing, 3).reason()).startsWith("failed last time");
  }

  @Test
  void why_whenTheBlobIsGone_saysSoAndAfterTheRunStill() throws IOException {
    cashet.submit(WhyTest::large, 100_000);
    try (Stream<Path> files = Files.walk(folder.resolve("store/objects"))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Files.delete(each);
      }
    }
    Why before = cashet.why(WhyTest::large, 100_000);
    assertThat(before.reason()).startsWith("blob lost");
    ResultRef<byte[]> healed = cashet.submit(WhyTest::large, 100_000);
    assertThat(healed.wasCached()).isFalse();
    assertThat(cashet.why(healed.commitHash())).isEqualTo(before);
  }

  @Test
  void why_whenAnotherCommitIsNamed_comparesWithIt() {
    ResultRef<Double> one = cashet.submit(WhyTest::scale, 1, 0.01);
    ResultRef<Double> two = cashet.submit(WhyTest::other, 1, 0.01);
    Why why = cashet.why(two.commitHash(), one.commitHash());
    assertThat(why.commit()).contains(one.commit().id());
    assertThat(why.changes()).isNotEmpty().allMatch(change -> change.kind() == Change.Kind.METHOD);
    assertThat(cashet.why(one.commitHash(), one.commitHash()).reason())
        .startsWith("both have the same key");
  }
}
