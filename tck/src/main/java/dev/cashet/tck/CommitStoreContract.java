package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.CommitStore.Append;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CommitStore} keeps to, but for queries and damage, which have contracts of their own. */
public abstract class CommitStoreContract extends StoreFixture {
  private static final int KEY = 1;
  private static final Duration BEYOND_LEASE = LEASE.plusMillis(1);

  private Store store;
  private Store other;
  private CommitStore commits;

  /** For implementations. */
  protected CommitStoreContract() {}

  @BeforeEach
  void openTwice() {
    store = open();
    other = open();
    commits = store.commits();
  }

  @Test
  void add_whenTheCommitHasEverything_keepsEveryWord() {
    Sample before = SampleCommits.of(KEY).result("an input").build();
    Sample sample = SampleCommits.of(KEY)
        .function("com.example.Füße.λ")
        .completedAt(clock.instant().plusNanos(123_456_789))
        .result("grüße 😀 \0")
        .input(before.result().digest(), Optional.of(before.id()))
        .input(Digest.sha256("unknown"), Optional.empty())
        .parent(before.id())
        .tag("a.b[\"c'] 😀", "")
        .ttl(Duration.ofDays(40_000))
        .build();

    CommitId id = add(store, sample);

    assertThat(id).isEqualTo(sample.id());
    for (Store any : List.of(store, other, open())) {
      assertThat(any.commits().get(id)).hasValueSatisfying(entry -> {
        assertThat(entry.id()).isEqualTo(id);
        assertThat(entry.commit()).isEqualTo(sample.commit());
      });
    }
  }

  @Test
  void add_whenTheCommitFailed_keepsTheError() {
    Sample sample = SampleCommits.of(KEY).failed("disk\n on fire").build();

    add(store, sample);

    assertThat(other.commits().get(sample.id()).orElseThrow().commit()).isEqualTo(sample.commit());
  }

  @Test
  void newestFailure_whenThereAreSeveral_isTheNewestThatWouldHaveBeenServed() {
    Sample old =
        SampleCommits.of(KEY).failed("old").completedAt(clock.instant()).build();
    Sample failed = SampleCommits.of(KEY)
        .failed("new")
        .completedAt(clock.instant().plusSeconds(1))
        .build();
    assertThat(commits.newestFailure(failed.key())).isEmpty();
    add(store, failed);
    add(store, old);
    add(store, SampleCommits.of(KEY).completedAt(clock.instant().plusSeconds(2)).build());
    add(
        store,
        SampleCommits.of(KEY)
            .failed("uncached")
            .unservable()
            .completedAt(clock.instant().plusSeconds(3))
            .build());
    add(
        store,
        SampleCommits.of(KEY + 1)
            .failed("of another key")
            .completedAt(clock.instant().plusSeconds(4))
            .build());

    assertThat(other.commits().newestFailure(failed.key()))
        .hasValueSatisfying(entry -> assertThat(entry.commit()).isEqualTo(failed.commit()));
  }

  @Test
  void add_whenTwice_isAddingOnce() {
    Sample sample = SampleCommits.of(KEY).tag("run", "1").build();

    CommitId first = add(store, sample);
    CommitId second = add(other, sample);

    assertThat(second).isEqualTo(first);
    assertThat(ids(commits.list(LogQuery.newest(10)))).containsExactly(first);
    assertThat(commits.stats().commits().total()).isEqualTo(1);
  }

  @Test
  void get_whenUnknown_isEmpty() {
    add(store, SampleCommits.of(KEY).build());

    assertThat(commits.get(new CommitId(Digest.sha256("unknown")))).isEmpty();
  }

  @Test
  void newest_whenManyCommits_isTheNewestOfTheKey() {
    List<CommitId> ids = new ArrayList<>();
    for (int hour = 1; hour <= 5; hour++) {
      Sample sample = SampleCommits.of(KEY)
          .after(Duration.ofHours(hour))
          .result("of " + hour)
          .build();
      ids.add(commit(store, sample));
      commit(store, SampleCommits.of(KEY + 1).after(Duration.ofHours(hour + 1)).build());
    }

    assertThat(newestId(store, KEY)).contains(ids.get(4));
    assertThat(newestId(other, KEY)).contains(ids.get(4));
    assertThat(newestId(store, KEY + 2)).isEmpty();
  }

  @Test
  void newest_whenAnOlderCommitIsAddedLater_staysTheNewest() {
    Sample newest = SampleCommits.of(KEY).after(Duration.ofHours(2)).build();
    Sample imported = SampleCommits.of(KEY).after(Duration.ofHours(1)).build();

    add(store, newest);
    add(store, imported);

    assertThat(newestId(store, KEY)).contains(newest.id());
    assertThat(commits.latest(newest.key())).contains(newest.id());
  }

  @Test
  void newest_whenTheNewestFailedOrIsNotToBeServed_passesItOver() {
    Sample served = SampleCommits.of(KEY).after(Duration.ofHours(1)).build();
    commit(store, served);
    commit(store, SampleCommits.of(KEY).after(Duration.ofHours(2)).failed("no").build());
    Sample unserved =
        SampleCommits.of(KEY).after(Duration.ofHours(3)).unservable().build();
    add(store, unserved);

    assertThat(newestId(store, KEY)).contains(served.id());
    assertThat(commits.latest(served.key())).contains(unserved.id());
  }

  @Test
  void newest_whenExpired_isHandedOutAllTheSame() {
    Sample expired = SampleCommits.of(KEY).ttl(Duration.ofMinutes(1)).build();
    commit(store, expired);
    clock.advance(Duration.ofDays(1));

    assertThat(newestId(store, KEY)).contains(expired.id());
  }

  @Test
  void newest_whenTheResultIsSmall_bringsItsBytesOrLeavesThemWithTheBlobs() throws Exception {
    Sample sample = SampleCommits.of(KEY).result("small").build();
    commit(store, sample);

    Entry entry = other.commits().newest(sample.key()).orElseThrow();

    entry.small().ifPresent(small -> assertThat(small).isEqualTo(sample.result()));
    assertThat(read(other, sample.result().digest())).isEqualTo(sample.result().bytes());
  }

  @Test
  void newest_whenKeysDifferInTheirLastBitOnly_keepsThemApart() {
    Fingerprint key = SampleCommits.key(KEY);
    Fingerprint neighbour = SampleCommits.neighbour(key);
    Sample sample = SampleCommits.of(key).build();
    commit(store, sample);

    assertThat(commits.newest(neighbour)).isEmpty();
    assertThat(commits.latest(neighbour)).isEmpty();
    assertThat(commits.list(LogQuery.newest(10).fingerprint(neighbour))).isEmpty();
    commit(store, SampleCommits.of(neighbour).after(Duration.ofHours(1)).build());
    assertThat(newestId(store, KEY)).contains(sample.id());
  }

  @Test
  void latest_whenCommitsOfEveryOutcome_isTheNewestOfAll() {
    assertThat(commits.latest(SampleCommits.key(KEY))).isEmpty();
    List<SampleCommits> kinds = List.of(
        SampleCommits.of(KEY),
        SampleCommits.of(KEY).failed("no"),
        SampleCommits.of(KEY).unservable(),
        SampleCommits.of(KEY).ttl(Duration.ofSeconds(1)));
    for (int i = 0; i < kinds.size(); i++) {
      Sample sample = kinds.get(i).after(Duration.ofMinutes(i)).build();
      add(store, sample);

      assertThat(other.commits().latest(SampleCommits.key(KEY))).contains(sample.id());
    }
  }

  @Test
  void append_underAClaimThatStands_addsTheCommitAndEndsTheClaim() throws Exception {
    Sample sample = SampleCommits.of(KEY).build();
    Claims.Grant grant = claim(store, sample.key());

    Append answer = append(store, sample, grant);

    assertThat(answer).isEqualTo(new Append.Accepted(sample.id()));
    assertThat(newestId(other, KEY)).contains(sample.id());
    assertThat(read(other, sample.commit().call().record()))
        .isEqualTo(sample.objects().get(0).bytes());
    assertThat(other.claims().holder(sample.key())).isEmpty();
    assertThat(store.claims().renew(grant, LEASE)).isFalse();
  }

  @Test
  void append_whenTheClaimWasTakenOver_addsNothing() {
    Sample late = SampleCommits.of(KEY).result("late").build();
    Claims.Grant lost = claim(store, late.key());
    clock.advance(BEYOND_LEASE);
    Claims.Grant owner = claim(other, late.key());

    assertThat(append(store, late, lost)).isEqualTo(new Append.Superseded(Optional.empty()));
    assertRefused(late);
    assertThat(other.claims().holder(late.key())).isPresent();

    Sample good = SampleCommits.of(KEY).result("in time").build();
    assertThat(append(other, good, owner)).isEqualTo(new Append.Accepted(good.id()));
    assertThat(append(store, late, lost))
        .isInstanceOfSatisfying(
            Append.Superseded.class,
            refused -> assertThat(refused.accepted().map(Entry::id)).contains(good.id()));
    assertRefused(late);
  }

  @Test
  void append_whenTheClaimLapsed_addsNothing() {
    Sample late = SampleCommits.of(KEY).build();
    Claims.Grant lapsed = claim(store, late.key());
    clock.advance(BEYOND_LEASE);

    assertThat(append(store, late, lapsed)).isEqualTo(new Append.Superseded(Optional.empty()));
    assertRefused(late);
  }

  @Test
  void append_whenTheClaimWasReleased_addsNothing() {
    Sample late = SampleCommits.of(KEY).build();
    Claims.Grant released = claim(store, late.key());
    store.claims().release(released);

    assertThat(append(store, late, released)).isInstanceOf(Append.Superseded.class);
    assertRefused(late);
  }

  @Test
  void append_whenTheClaimWasUsed_addsNothing() {
    Sample first = SampleCommits.of(KEY).result("first").build();
    Sample second = SampleCommits.of(KEY).result("second").build();
    Claims.Grant used = claim(store, first.key());
    append(store, first, used);

    assertThat(append(store, second, used)).isInstanceOf(Append.Superseded.class);
    assertRefused(second);
  }

  @Test
  void append_whenManyThreadsUseOneClaim_acceptsExactlyOne() throws Exception {
    Claims.Grant grant = claim(store, SampleCommits.key(KEY));

    List<Append> answers = Race.of(thread ->
        append(store, SampleCommits.of(KEY).result("of thread " + thread).build(), grant));

    assertThat(answers).filteredOn(Append.Accepted.class::isInstance).hasSize(1);
    assertThat(commits.list(LogQuery.newest(10))).hasSize(1);
  }

  @Test
  void append_whenManyThreadsCommitMuch_keepsAllThatWasAccepted() throws Exception {
    List<List<CommitId>> accepted = Race.of(thread -> {
      Store own = thread % 2 == 0 ? store : other;
      List<CommitId> ids = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ids.add(
            commit(own, SampleCommits.of(100 * thread + i).result("r" + thread).build()));
      }
      return ids;
    });

    List<CommitId> all = accepted.stream().flatMap(List::stream).toList();
    assertThat(ids(commits.list(LogQuery.newest(1000)))).containsExactlyInAnyOrderElementsOf(all);
    assertThat(other.commits().stats().commits().completed()).isEqualTo(all.size());
  }

  @Test
  void withPrefix_always_findsTheNamesThatStartSo() {
    List<CommitId> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      all.add(add(store, SampleCommits.of(i).build()));
    }
    all.sort(null);
    String hex = all.get(150).hex();

    for (int digits : new int[] {0, 1, 2, 3, 4, 5, 8, 15, 16, 17, 31, 32, 63, 64}) {
      String prefix = hex.substring(0, digits);
      List<CommitId> wanted =
          all.stream().filter(id -> id.hex().startsWith(prefix)).toList();

      assertThat(commits.withPrefix(prefix, 1000)).as("prefix %s", prefix).isEqualTo(wanted);
      assertThat(commits.withPrefix(prefix, 2))
          .isEqualTo(wanted.subList(0, Math.min(2, wanted.size())));
    }
    assertThat(commits.withPrefix(hex.substring(0, 63) + (hex.endsWith("0") ? "1" : "0"), 10))
        .isEmpty();
    assertThat(commits.withPrefix("a", 0)).isEmpty();
  }

  @Test
  void withPrefix_whenDigitsAreAllHighOrLow_findsTheEdges() {
    List<CommitId> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      all.add(add(store, SampleCommits.of(i).build()));
    }

    for (String prefix : List.of("0", "7", "8", "f", "ff", "00", "7f", "80")) {
      assertThat(commits.withPrefix(prefix, 1000))
          .as("prefix %s", prefix)
          .containsExactlyElementsOf(
              all.stream().filter(id -> id.hex().startsWith(prefix)).sorted().toList());
    }
  }

  private void assertRefused(Sample sample) {
    for (Store any : List.of(store, other)) {
      assertThat(any.commits().get(sample.id())).isEmpty();
      assertThat(any.commits().list(LogQuery.newest(100)))
          .extracting(Entry::commit)
          .doesNotContain(sample.commit());
    }
  }

  private static Optional<CommitId> newestId(Store store, int key) {
    Optional<Entry> newest = store.commits().newest(SampleCommits.key(key));
    newest.ifPresent(entry ->
        assertThat(Commit.decode(entry.id(), entry.commit().encode())).isEqualTo(entry.commit()));
    return newest.map(Entry::id);
  }

  private static List<CommitId> ids(List<Entry> entries) {
    return entries.stream().map(Entry::id).toList();
  }
}
