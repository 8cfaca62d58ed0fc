package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.BlobRef;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.Candidate;
import dev.cashet.store.Candidates;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore.Append;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Maintenance;
import dev.cashet.store.Removed;
import dev.cashet.store.Store;
import dev.cashet.store.StoreStats;
import dev.cashet.store.VerifyReport;
import dev.cashet.store.VerifyRequest;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Maintenance} of every store keeps to, but for damage, which each store suffers in its own way. */
public abstract class MaintenanceContract extends StoreFixture {
  private static final Duration DAY = Duration.ofDays(1);

  private Store store;
  private Maintenance maintenance;

  /** For implementations. */
  protected MaintenanceContract() {}

  @BeforeEach
  void openOnce() {
    store = open();
    maintenance = store.maintenance();
  }

  /** A result that is a blob of its own in every store. */
  private byte[] large(int number) {
    return SampleBytes.numbers(number, store.smallObjectLimit() + 20_000);
  }

  @Test
  void remove_always_takesCommitsAndWhatOnlyTheyName() throws Exception {
    Sample shared = SampleCommits.of(1).result(large(1)).tag("run", "1").build();
    Sample same = SampleCommits.of(2).result(large(1)).build();
    Sample small = SampleCommits.of(3).result("small").build();
    commit(store, shared);
    commit(store, same);
    commit(store, small);

    Removed removed = maintenance.remove(List.of(shared.id(), small.id()));

    assertThat(removed.commits()).isEqualTo(2);
    Store other = open();
    assertThat(other.commits().list(LogQuery.newest(9)))
        .extracting(entry -> entry.id())
        .containsExactly(same.id());
    assertThat(other.commits().newest(shared.key())).isEmpty();
    assertThat(other.commits().list(LogQuery.newest(9).tag("run"))).isEmpty();
    assertThat(other.commits().withPrefix(small.id().hex().substring(0, 8), 9)).isEmpty();
    assertThat(read(other, same.result().digest())).isEqualTo(large(1));
    assertThat(other.blobs().stat(small.result().digest())).isEmpty();
    assertThat(other.commits().stats().commits()).isEqualTo(new StoreStats.Commits(1, 0, 0));

    assertThat(maintenance.remove(List.of(same.id(), small.id())).commits()).isEqualTo(1);

    assertThat(blobs(other)).isEmpty();
    assertThat(other.commits().stats().files()).isEqualTo(StoreStats.Objects.NONE);
    assertThat(other.commits().stats().inline()).isEqualTo(StoreStats.Objects.NONE);
    assertSound();
  }

  @Test
  void remove_whenAStreamIsOpen_doesNotDisturbIt() throws Exception {
    byte[] bytes = SampleBytes.numbers(7, 3_000_000);
    Sample sample = SampleCommits.of(1).result(bytes).build();
    commit(store, sample);
    try (InputStream in = open().blobs().open(sample.result().digest())) {
      byte[] head = in.readNBytes(1000);

      maintenance.remove(List.of(sample.id()));

      assertThat(head).isEqualTo(java.util.Arrays.copyOf(bytes, 1000));
      assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 1000, 3_000_000));
    }
  }

  @Test
  void remove_whenAWriterHasJustFoundTheSameBlob_leavesItItsResult() throws Exception {
    for (byte[] bytes : List.of(large(1), SampleBytes.numbers(2, 3_000_000))) {
      Sample old = SampleCommits.of(1).result(bytes).build();
      Sample fresh = SampleCommits.of(2).result(bytes).build();
      commit(store, old);
      Store writer = open();
      Claims.Grant grant = claim(writer, fresh.key());
      writer.blobs().put(bytes);

      maintenance.remove(List.of(old.id()));
      maintenance.sweep(Duration.ofHours(1), false);

      Append answer = writer.commits().append(fresh.commit(), grant, small(fresh));
      assertThat(answer).isInstanceOf(Append.Accepted.class);
      assertThat(read(open(), fresh.result().digest())).isEqualTo(bytes);
      assertSound();
    }
  }

  @Test
  void remove_whenAWriterRetainsTheBlob_leavesItItsResult() throws Exception {
    Sample old = SampleCommits.of(1).result(large(1)).build();
    Sample fresh = SampleCommits.of(2).result(large(1)).build();
    commit(store, old);
    Store writer = open();
    assertThat(writer.blobs().retain(old.result().digest(), Long.MAX_VALUE)).isTrue();
    assertThat(writer.blobs().retain(Digest.sha256("nothing"), Long.MAX_VALUE)).isFalse();

    maintenance.remove(List.of(old.id()));

    writer.commits().add(fresh.commit(), small(fresh));
    assertThat(read(open(), fresh.result().digest())).isEqualTo(large(1));
    assertSound();
  }

  @Test
  void sweep_always_takesWhatNobodyNamesAfterAWhile() {
    Sample named = SampleCommits.of(1).result(large(1)).build();
    commit(store, named);
    BlobInfo orphan = store.blobs().put(large(2));
    store.close();
    Store later = open();

    assertThat(later.maintenance().sweep(Duration.ofHours(1), false)).isEqualTo(Removed.NOTHING);
    assertThat(later.blobs().stat(orphan.digest())).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(later.maintenance().sweep(Duration.ZERO, true).blobs()).isEqualTo(1);
    assertThat(later.blobs().stat(orphan.digest())).isPresent();
    assertThat(later.maintenance().sweep(Duration.ZERO, false).blobs()).isEqualTo(1);

    assertThat(later.blobs().stat(orphan.digest())).isEmpty();
    assertThat(later.blobs().isIntact(named.result().digest(), Long.MAX_VALUE)).isTrue();
  }

  @Test
  void candidates_always_comeInOrderOfTheirLastUse() {
    List<CommitId> ids = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      ids.add(add(store, SampleCommits.of(i).after(Duration.ofMinutes(i)).build()));
    }
    maintenance.used(ids.get(3), true);
    maintenance.used(ids.get(3), false);
    clock.advance(Duration.ofSeconds(1));
    open().maintenance().used(ids.get(0), true);
    maintenance.flush();
    closeAll();

    Store other = open();
    List<Candidate> found =
        all(other.maintenance().candidates(new Candidates.Order.LeastRecentlyUsed()));

    List<CommitId> expected = new ArrayList<>(ids);
    expected.removeAll(List.of(ids.get(0), ids.get(3)));
    expected.addAll(List.of(ids.get(3), ids.get(0)));
    assertThat(found).extracting(Candidate::commit).isEqualTo(expected);
    assertThat(found.get(23).hits()).isEqualTo(1);
    assertThat(found.get(24).lastUse()).isEqualTo(clock.instant());
  }

  @Test
  void candidates_byCost_putWhatIsCheapestForItsSizeFirst() {
    CommitId heavy = add(store, SampleCommits.of(1).result(large(1)).build());
    CommitId light = add(store, SampleCommits.of(2).result("small").build());

    assertThat(all(maintenance.candidates(new Candidates.Order.CheapestToRecompute())))
        .extracting(Candidate::commit)
        .containsExactly(heavy, light);
  }

  @Test
  void candidates_ofExpired_areThoseWhoseTimeIsUp() {
    CommitId expired = add(store, SampleCommits.of(1).ttl(Duration.ofMinutes(5)).build());
    add(store, SampleCommits.of(2).ttl(DAY).build());
    add(store, SampleCommits.of(3).build());

    assertThat(all(maintenance.candidates(new Candidates.Order.Expired(clock.instant()))))
        .extracting(Candidate::commit)
        .containsExactly(expired);
  }

  @Test
  void candidates_whenPinned_areLeftOut() {
    CommitId pinned = add(store, SampleCommits.of(1).build());
    CommitId free = add(store, SampleCommits.of(2).build());
    store.pins().pin(pinned, "keep");

    assertThat(all(open().maintenance().candidates(new Candidates.Order.LeastRecentlyUsed())))
        .extracting(Candidate::commit)
        .containsExactly(free);
    assertThat(all(maintenance.candidates(new Candidates.Order.CheapestToRecompute())))
        .extracting(Candidate::commit)
        .containsExactly(free);
  }

  @Test
  void candidates_whenARunningCallWasGivenTheirResult_areLeftOutUntilItEnds() {
    Sample input = SampleCommits.of(1).result(large(1)).build();
    Sample user = SampleCommits.of(2)
        .input(input.result().digest(), Optional.of(input.id()))
        .build();
    add(store, input);
    Claims.Grant grant = claim(store, user.key());
    maintenance.hold(grant, List.of(input.result().digest()));
    Candidates.Order order = new Candidates.Order.LeastRecentlyUsed();

    assertThat(all(open().maintenance().candidates(order))).isEmpty();
    assertThat(append(store, user, grant)).isInstanceOf(Append.Accepted.class);
    assertThat(all(open().maintenance().candidates(order))).hasSize(2);

    Claims.Grant lost = claim(store, SampleCommits.key(3));
    maintenance.hold(lost, List.of(input.result().digest()));
    assertThat(all(open().maintenance().candidates(order))).hasSize(1);
    store.claims().release(lost);
    assertThat(all(open().maintenance().candidates(order))).hasSize(2);
  }

  @Test
  void candidates_always_sayHowManyCommitsHaveTheirResult() {
    add(store, SampleCommits.of(1).result(large(1)).build());
    add(store, SampleCommits.of(2).result(large(1)).build());
    add(store, SampleCommits.of(3).failed("no").build());

    List<Candidate> found = all(maintenance.candidates(new Candidates.Order.LeastRecentlyUsed()));

    assertThat(found)
        .extracting(each -> each.result().commits())
        .containsExactlyInAnyOrder(2, 2, 0);
    assertThat(found).allSatisfy(each -> {
      assertThat(each.ownBytes()).isPositive();
      assertThat(each.result().storedBytes() > 0).isEqualTo(each.result().commits() == 2);
    });
  }

  @Test
  void clear_always_emptiesTheStoreAndLeavesClaims() throws Exception {
    Sample running = SampleCommits.of(9).result(large(9)).build();
    for (int i = 0; i < 5; i++) {
      commit(store, SampleCommits.of(i).result(large(i)).tag("n", "" + i).build());
    }
    store.pins().pin(add(store, SampleCommits.of(6).build()), "six");
    Claims.Grant grant = claim(store, running.key());
    store.blobs().put(large(9));

    Removed removed = open().maintenance().clear();

    assertThat(removed.commits()).isEqualTo(6);
    assertThat(store.commits().list(LogQuery.newest(9))).isEmpty();
    assertThat(store.commits().list(LogQuery.newest(9).tag("n"))).isEmpty();
    assertThat(store.pins().list()).isEmpty();
    assertThat(store.claims().running()).hasSize(1);
    assertThat(store.commits().append(running.commit(), grant, small(running)))
        .isInstanceOf(Append.Accepted.class);
    assertThat(read(open(), running.result().digest())).isEqualTo(large(9));
    assertThat(store.commits().stats().commits()).isEqualTo(new StoreStats.Commits(1, 0, 0));
    assertSound();
  }

  @Test
  void occupiedBytes_afterRemovals_goesDownAndIsReached() {
    List<CommitId> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add(add(store, SampleCommits.of(i).result(large(i)).build()));
    }
    long before = maintenance.occupiedBytes();

    maintenance.remove(ids);
    maintenance.shrink();

    assertThat(maintenance.occupiedBytes()).isLessThan(before / 2);
  }

  @Test
  void verify_whenNothingIsWrong_countsWhatIsThere() {
    commit(store, SampleCommits.of(1).result(large(1)).tag("a", "b").build());
    commit(store, SampleCommits.of(2).failed("no").build());
    Digest input = SampleCommits.of(1).result(large(1)).build().result().digest();
    commit(store, SampleCommits.of(3).input(input, Optional.empty()).build());
    store.blobs().put(large(4));

    VerifyReport report = open().maintenance().verify(VerifyRequest.checking());

    assertThat(report.problems()).isEmpty();
    assertThat(report.isClean()).isTrue();
    assertThat(report.commits()).isEqualTo(3);
    assertThat(report.blobs()).isEqualTo(blobs(store).size());
  }

  @Test
  void verify_whenAResultIsLost_saysSoAndRepairMarksIt() {
    Sample sample = SampleCommits.of(1).result(large(1)).build();
    Sample kept = SampleCommits.of(2).result(large(2)).build();
    commit(store, sample);
    commit(store, kept);
    store.blobs().delete(sample.result().digest());

    VerifyReport found = store.maintenance().verify(VerifyRequest.checking());
    VerifyReport repaired = store.maintenance().verify(VerifyRequest.repairing());

    assertThat(found.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.subject()).isEqualTo(sample.id().hex()));
    assertThat(repaired.isRepaired()).isTrue();
    assertThat(repaired.found()).isEqualTo(1);
    assertSound();
    assertThat(store.commits().newest(sample.key())).isEmpty();
    assertThat(store.commits().get(sample.id())).isPresent();
    assertThat(store.commits().newest(kept.key())).isPresent();

    add(store, SampleCommits.of(1).after(DAY).result(large(1)).build());
    assertThat(store.commits().newest(sample.key())).isPresent();
    store.maintenance().verify(VerifyRequest.repairing());
    assertSound();
  }

  @Test
  void usersOf_always_areTheCommitsThatAResultWentInto() {
    Digest result =
        SampleCommits.of(1).build().commit().output().map(BlobRef::digest).orElseThrow();
    CommitId first =
        add(store, SampleCommits.of(2).input(result, Optional.empty()).build());
    CommitId second =
        add(store, SampleCommits.of(3).input(result, Optional.empty()).build());
    add(
        store,
        SampleCommits.of(4).input(Digest.sha256("another"), Optional.empty()).build());

    assertThat(open().commits().usersOf(result, 10))
        .extracting(entry -> entry.id())
        .containsExactlyInAnyOrder(first, second);
    assertThat(open().commits().usersOf(result, 1)).hasSize(1);
    assertThat(open().commits().usersOf(Digest.sha256("nobody's"), 10)).isEmpty();
  }

  private void assertSound() {
    VerifyReport report = open().maintenance().verify(VerifyRequest.checking());
    assertThat(report.problems()).isEmpty();
  }

  private List<dev.cashet.store.SmallObject> small(Sample sample) {
    return sample.objects().stream()
        .filter(object -> object.bytes().length <= store.smallObjectLimit())
        .toList();
  }

  private static List<Candidate> all(Candidates candidates) {
    List<Candidate> all = new ArrayList<>();
    for (List<Candidate> page = candidates.next(10); !page.isEmpty(); page = candidates.next(10)) {
      all.addAll(page);
    }
    return all;
  }

  private static List<BlobInfo> blobs(Store store) {
    try (Stream<BlobInfo> blobs = store.blobs().list()) {
      return new ArrayList<>(blobs.toList());
    }
  }
}
