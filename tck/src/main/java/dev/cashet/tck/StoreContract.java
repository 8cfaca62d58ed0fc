package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore.Append;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import dev.cashet.store.StoreStats;
import dev.cashet.store.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the three parts of every {@link Store} keep to together. */
public abstract class StoreContract extends StoreFixture {
  private Store store;

  /** For implementations. */
  protected StoreContract() {}

  @BeforeEach
  void openOnce() {
    store = open();
  }

  @Test
  void reading_whenTheStoreIsEmpty_createsNothing() throws Exception {
    Path absent = directory.resolve("absent").resolve("deeper");
    try (Store reader = open(absent, clock)) {
      assertThat(reader.commits().newest(SampleCommits.key(1))).isEmpty();
      assertThat(reader.commits().latest(SampleCommits.key(1))).isEmpty();
      assertThat(reader.commits().get(new CommitId(Digest.sha256("x")))).isEmpty();
      assertThat(reader.commits().withPrefix("abcd", 10)).isEmpty();
      assertThat(reader.commits().list(LogQuery.newest(10))).isEmpty();
      assertThat(reader.commits().stats().commits().total()).isZero();
      assertThat(reader.commits().stats().diskBytes()).isZero();
      assertThat(reader.claims().holder(SampleCommits.key(1))).isEmpty();
      assertThat(reader.claims().running()).isEmpty();
      assertThat(reader.blobs().stat(Digest.sha256("x"))).isEmpty();
      assertThat(reader.blobs().isIntact(Digest.sha256("x"), 100)).isFalse();
      assertThat(blobs(reader)).isEmpty();
      assertThat(reader.location()).isNotBlank();
    }

    assertThat(Files.exists(directory.resolve("absent"))).isFalse();
  }

  @Test
  void append_whenAccepted_makesItsSmallObjectsBlobsLikeOthers() throws Exception {
    Sample sample = SampleCommits.of(1).result("small").build();

    commit(store, sample);

    Store other = open();
    for (var object : sample.objects()) {
      assertThat(read(other, object.digest())).isEqualTo(object.bytes());
      assertThat(other.blobs().stat(object.digest()))
          .hasValueSatisfying(
              info -> assertThat(info.sizeBytes()).isEqualTo(object.bytes().length));
      assertThat(other.blobs().isIntact(object.digest(), Long.MAX_VALUE)).isTrue();
      other.blobs().verify(object.digest());
    }
    assertThat(blobs(other))
        .extracting(BlobInfo::digest)
        .containsExactlyInAnyOrderElementsOf(
            sample.objects().stream().map(object -> object.digest()).toList());
  }

  @Test
  void append_whenSuperseded_leavesNoneOfItsSmallObjects() {
    Sample late = SampleCommits.of(1).result("x").build();
    Claims.Grant grant = claim(store, late.key());
    store.claims().release(grant);

    Append answer = store.commits().append(late.commit(), grant, late.objects());

    assertThat(answer).isInstanceOf(Append.Superseded.class);
    assertThat(blobs(store)).isEmpty();
  }

  @Test
  void append_whenTheResultIsLarge_namesABlobPutBefore() throws Exception {
    byte[] large = SampleBytes.numbers(1, store.smallObjectLimit() + 300_000);
    Sample sample = SampleCommits.of(1).result(large).build();
    assertThat(store.smallObjectLimit()).isNotNegative();

    commit(store, sample);

    Store other = open();
    assertThat(other.commits().newest(sample.key()).orElseThrow().commit())
        .isEqualTo(sample.commit());
    assertThat(read(other, sample.result().digest())).isEqualTo(large);
  }

  @Test
  void append_whenAPausedOwnerComesBack_isRefusedBesideTheNewOwner() {
    Store other = open();
    Sample paused = SampleCommits.of(1).result("of the paused owner").build();
    Sample served = SampleCommits.of(1).result("of the new owner").build();
    Claims.Grant old = claim(store, paused.key());
    clock.advance(LEASE.plusMillis(1));
    Claims.Grant now = claim(other, served.key());
    assertThat(now.token()).isGreaterThan(old.token());

    assertThat(append(other, served, now)).isInstanceOf(Append.Accepted.class);

    assertThat(append(store, paused, old)).isInstanceOf(Append.Superseded.class);
    assertThat(store.commits().list(LogQuery.newest(9)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.id()).isEqualTo(served.id()));
  }

  @Test
  void close_always_keepsWhatWasAcknowledgedAndReleasesClaims() throws Exception {
    Sample sample = SampleCommits.of(1).build();
    commit(store, sample);
    claim(store, SampleCommits.key(2));

    store.close();
    store.close();

    Store reopened = open();
    assertThat(reopened.commits().get(sample.id())).isPresent();
    assertThat(read(reopened, sample.result().digest()))
        .isEqualTo(sample.result().bytes());
    assertThat(reopened.claims().running()).isEmpty();
  }

  @Test
  void record_whenClosed_addsToTheCounters() {
    Store other = open();
    commit(store, SampleCommits.of(1).build());
    store.record(new StoreStats.Use(3, 1, Duration.ofSeconds(90)));
    store.record(new StoreStats.Use(1, 0, Duration.ofMillis(1)));
    other.record(new StoreStats.Use(0, 5, Duration.ZERO));

    store.close();
    other.close();

    assertThat(open().commits().stats().use())
        .isEqualTo(new StoreStats.Use(4, 6, Duration.ofMillis(90_001)));
  }

  @Test
  void stats_afterManyWrites_equalARecount() {
    for (int i = 0; i < 40; i++) {
      SampleCommits sample = SampleCommits.of(i % 25).after(Duration.ofMinutes(i));
      if (i % 7 == 0) {
        sample.failed("no " + i);
      } else {
        sample.result(SampleBytes.text(i % 10, i % 5 == 0 ? 20_000 : 100));
      }
      if (i % 3 == 0) {
        add(store, sample.build());
      } else {
        commit(store, sample.build());
      }
      add(store, sample.build());
    }
    claim(store, SampleCommits.key(98));
    claim(open(), SampleCommits.key(99));
    List<BlobInfo> all = blobs(store);
    for (int i = 0; i < all.size(); i += 3) {
      store.blobs().delete(all.get(i).digest());
    }

    for (Store any : List.of(store, open())) {
      StoreStats stats = any.commits().stats();
      assertThat(stats.commits()).isEqualTo(new StoreStats.Commits(34, 6, 2));
      assertThat(stats.inline()).isEqualTo(recount(any, Tier.INLINE));
      assertThat(stats.files()).isEqualTo(recount(any, Tier.FILE));
      assertThat(stats.diskBytes())
          .isGreaterThanOrEqualTo(stats.inline().bytes() + stats.files().bytes());
    }
  }

  @Test
  void location_always_isTheSameForEveryOpening() {
    assertThat(open().location()).isEqualTo(store.location());
  }

  private static StoreStats.Objects recount(Store store, Tier tier) {
    List<BlobInfo> blobs =
        blobs(store).stream().filter(blob -> blob.tier() == tier).toList();
    long bytes = blobs.stream().mapToLong(BlobInfo::storedBytes).sum();
    return new StoreStats.Objects(blobs.size(), bytes);
  }

  private static List<BlobInfo> blobs(Store store) {
    try (Stream<BlobInfo> blobs = store.blobs().list()) {
      return new ArrayList<>(blobs.toList());
    }
  }
}
