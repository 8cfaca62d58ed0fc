package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link CommitStore#list} of every store keeps to. */
public abstract class LogQueryContract extends StoreFixture {
  private static final long SEED = 20260301;
  private static final List<String> AWKWARD = List.of(
      "a.b",
      "a\"b",
      "a'b",
      "a[0]",
      "$.a",
      "a b",
      "%",
      "_",
      "\\",
      "😀",
      "ß",
      "SS",
      "a\0b",
      "A.B",
      "\n",
      "x".repeat(2000));
  private static final List<String> FUNCTIONS =
      List.of("app.Pipeline.train", "app.Pipeline.trai_", "lib.Pipeline.train", "app.Other.load");

  private Store store;

  /** For implementations. */
  protected LogQueryContract() {}

  @BeforeEach
  void openOnce() {
    store = open();
  }

  @Test
  void list_always_isNewestFirstWithinLimitAndSkip() {
    List<CommitId> ids = new ArrayList<>();
    for (int i : new int[] {3, 1, 4, 0, 2}) {
      add(store, SampleCommits.of(i).after(Duration.ofMinutes(i)).build());
    }
    for (int i = 4; i >= 0; i--) {
      ids.add(SampleCommits.of(i).after(Duration.ofMinutes(i)).build().id());
    }

    assertThat(ask(LogQuery.newest(10))).isEqualTo(ids);
    assertThat(ask(LogQuery.newest(2))).isEqualTo(ids.subList(0, 2));
    assertThat(ask(LogQuery.newest(2).skip(3))).isEqualTo(ids.subList(3, 5));
    assertThat(ask(LogQuery.newest(10).skip(5))).isEmpty();
    assertThat(ask(LogQuery.newest(0))).isEmpty();
  }

  @Test
  void list_byFunction_matchesSimpleQualifiedAndBareName() {
    CommitId train =
        add(store, SampleCommits.of(1).function("app.Pipeline.train").build());
    CommitId same =
        add(store, SampleCommits.of(2).function("lib.Pipeline.train").build());
    add(store, SampleCommits.of(3).function("app.Pipeline.retrain").build());

    assertThat(ask(LogQuery.newest(9).function("Pipeline.train")))
        .containsExactlyInAnyOrder(train, same);
    assertThat(ask(LogQuery.newest(9).function("train"))).containsExactlyInAnyOrder(train, same);
    assertThat(ask(LogQuery.newest(9).function("app.Pipeline.train"))).containsExactly(train);
    for (String none : List.of("rain", "Pipeline", "TRAIN", "tr%", "t____", "")) {
      assertThat(ask(LogQuery.newest(9).function(none))).as(none).isEmpty();
    }
  }

  @Test
  void list_byStatus_countsExpiryFromTheClock() {
    CommitId kept = add(store, SampleCommits.of(1).build());
    CommitId failed =
        add(store, SampleCommits.of(2).failed("no").ttl(Duration.ofHours(1)).build());
    CommitId short1 = add(
        store,
        SampleCommits.of(3)
            .completedAt(clock.instant())
            .ttl(Duration.ofMinutes(5))
            .build());
    CommitId unserved = add(store, SampleCommits.of(4).unservable().build());

    assertThat(ask(status(Commit.Status.COMPLETED)))
        .containsExactlyInAnyOrder(kept, short1, unserved);
    assertThat(ask(status(Commit.Status.EXPIRED))).isEmpty();
    clock.advance(Duration.ofMinutes(5));
    assertThat(ask(status(Commit.Status.COMPLETED))).containsExactlyInAnyOrder(kept, unserved);
    assertThat(ask(status(Commit.Status.EXPIRED))).containsExactly(short1);
    assertThat(ask(status(Commit.Status.FAILED))).containsExactly(failed);
  }

  @Test
  void list_byTime_includesSinceAndExcludesUntil() {
    Instant start = clock.instant();
    List<CommitId> ids = new ArrayList<>();
    for (int nano = 0; nano < 4; nano++) {
      ids.add(
          add(store, SampleCommits.of(nano).completedAt(start.plusNanos(nano)).build()));
    }

    assertThat(ask(LogQuery.newest(9).since(start.plusNanos(1)).until(start.plusNanos(3))))
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(ask(LogQuery.newest(9).since(Instant.MIN).until(Instant.MAX))).hasSize(4);
    assertThat(ask(LogQuery.newest(9).since(start.plusNanos(4)))).isEmpty();
    assertThat(ask(LogQuery.newest(9).until(start))).isEmpty();
  }

  @Test
  void list_byAwkwardTags_matchesThemExactly() {
    for (int i = 0; i < AWKWARD.size(); i++) {
      SampleCommits sample = SampleCommits.of(i).tag(AWKWARD.get(i), "v" + i);
      add(store, sample.tag("value", AWKWARD.get(i)).tag("empty", "").build());
    }

    for (int i = 0; i < AWKWARD.size(); i++) {
      String word = AWKWARD.get(i);
      assertThat(ask(LogQuery.newest(99).tag(word))).as(word).hasSize(1);
      assertThat(ask(LogQuery.newest(99).tag(word, "v" + i))).as(word).hasSize(1);
      assertThat(ask(LogQuery.newest(99).tag(word, "v"))).as(word).isEmpty();
      assertThat(ask(LogQuery.newest(99).tag("value", word))).as(word).hasSize(1);
      assertThat(ask(LogQuery.newest(99).tag("value", word).tag(word, "v" + i))).hasSize(1);
    }
    assertThat(ask(LogQuery.newest(99).tag("empty", ""))).hasSize(AWKWARD.size());
    assertThat(ask(LogQuery.newest(99).tag("value", ""))).isEmpty();
    assertThat(ask(LogQuery.newest(99).tag("missing"))).isEmpty();
  }

  @Test
  void list_byAnyMixOfFilters_equalsAFilterOfAll() {
    Random random = new Random(SEED);
    List<Sample> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Sample sample = sample(random, i);
      add(store, sample);
      all.add(sample);
    }
    all.sort(Comparator.comparing((Sample sample) -> sample.commit().run().completedAt())
        .reversed());
    for (int i = 0; i < 300; i++) {
      LogQuery query = query(random, all);
      List<CommitId> wanted = all.stream()
          .filter(sample -> matches(query, sample.commit()))
          .skip(query.window().skip())
          .limit(query.limit())
          .map(Sample::id)
          .toList();

      assertThat(ask(query)).as("seed %d, query %d: %s", SEED, i, query).isEqualTo(wanted);
    }
  }

  private Sample sample(Random random, int number) {
    SampleCommits sample = SampleCommits.of(random.nextInt(30))
        .function(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())))
        .completedAt(clock.instant().minusSeconds(60L * ((number * 37) % 120)))
        .result("result " + number);
    if (random.nextInt(4) == 0) {
      sample.failed("error " + number);
    } else if (random.nextInt(3) == 0) {
      sample.ttl(Duration.ofMinutes(1 + random.nextInt(90)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      sample.tag(AWKWARD.get(random.nextInt(4)), "v" + random.nextInt(2));
    }
    return sample.build();
  }

  private LogQuery query(Random random, List<Sample> all) {
    LogQuery query = LogQuery.newest(random.nextInt(40)).skip(random.nextInt(4));
    if (random.nextInt(3) == 0) {
      query = query.function(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
    }
    if (random.nextInt(6) == 0) {
      query = query.fingerprint(all.get(random.nextInt(all.size())).key());
    }
    if (random.nextInt(2) == 0) {
      Commit.Status[] statuses = Commit.Status.values();
      query = query.status(statuses[random.nextInt(statuses.length)]);
    }
    if (random.nextInt(3) == 0) {
      query = query.tag(AWKWARD.get(random.nextInt(4)));
    }
    if (random.nextInt(3) == 0) {
      query = query.tag(AWKWARD.get(random.nextInt(4)), "v" + random.nextInt(2));
    }
    if (random.nextInt(3) == 0) {
      query = query.since(clock.instant().minusSeconds(60L * random.nextInt(120)));
    }
    return random.nextInt(3) == 0
        ? query.until(clock.instant().minusSeconds(60L * random.nextInt(120)))
        : query;
  }

  private boolean matches(LogQuery query, Commit commit) {
    Instant completed = commit.run().completedAt();
    return query.function().map(name -> commit.call().name().matches(name)).orElse(true)
        && query.fingerprint().map(commit.call().fingerprint()::equals).orElse(true)
        && query.status().map(commit.statusAt(clock.instant())::equals).orElse(true)
        && query.window().since().map(since -> !completed.isBefore(since)).orElse(true)
        && query.window().until().map(completed::isBefore).orElse(true)
        && query.tags().entrySet().stream()
            .allMatch(tag -> hasTag(commit, tag.getKey(), tag.getValue()));
  }

  private static boolean hasTag(Commit commit, String name, Optional<String> value) {
    String found = commit.terms().tags().values().get(name);
    return found != null && value.map(found::equals).orElse(true);
  }

  private static LogQuery status(Commit.Status status) {
    return LogQuery.newest(99).status(status);
  }

  private List<CommitId> ask(LogQuery query) {
    return store.commits().list(query).stream().map(Entry::id).toList();
  }
}
