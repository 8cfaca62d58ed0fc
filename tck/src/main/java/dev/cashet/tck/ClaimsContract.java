package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Fingerprint;
import dev.cashet.store.Claims;
import dev.cashet.store.Claims.Acquire;
import dev.cashet.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the {@link Claims} of every store keep to. */
public abstract class ClaimsContract extends StoreFixture {
  private static final Fingerprint KEY = SampleCommits.key(1);
  private static final Duration BEYOND_LEASE = LEASE.plusMillis(1);

  private Store store;
  private Claims claims;
  private Claims others;

  /** For implementations. */
  protected ClaimsContract() {}

  @BeforeEach
  void openTwice() {
    store = open();
    claims = store.claims();
    others = open().claims();
  }

  @Test
  void acquire_whenFree_grantsAndShowsTheHolder() {
    Acquire answer = claims.acquire(KEY, "Pipeline.train", LEASE);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Acquire.Granted.class,
            granted -> assertThat(granted.grant().fingerprint()).isEqualTo(KEY));
    for (Claims any : List.of(claims, others)) {
      assertThat(any.holder(KEY)).hasValueSatisfying(holder -> {
        assertThat(holder.fingerprint()).isEqualTo(KEY);
        assertThat(holder.task()).isEqualTo("Pipeline.train");
        assertThat(holder.host()).isNotEmpty();
        assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(holder.since()).isEqualTo(clock.instant());
        assertThat(holder.until()).isEqualTo(clock.instant().plus(LEASE));
      });
    }
  }

  @Test
  void acquire_whenHeld_saysByWhomToEveryone() {
    claim(store, KEY);

    for (Claims any : List.of(claims, others)) {
      assertThat(any.acquire(KEY, "another task", LEASE))
          .isEqualTo(new Acquire.HeldBy(claims.holder(KEY).orElseThrow()));
    }
    assertThat(claims.holder(KEY).orElseThrow().task()).isEqualTo("a task");
  }

  @Test
  void acquire_untilTheLeaseLapses_isRefused() {
    claim(store, KEY);

    clock.advance(LEASE.minusMillis(1));
    assertThat(others.acquire(KEY, "another task", LEASE)).isInstanceOf(Acquire.HeldBy.class);

    clock.advance(Duration.ofMillis(2));
    assertThat(others.acquire(KEY, "another task", LEASE)).isInstanceOf(Acquire.Granted.class);
  }

  @Test
  void acquire_always_grantsHigherTokensThanBefore() {
    List<Long> tokens = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      Store fresh = open();
      for (int key = 0; key < 4; key++) {
        tokens.add(claim(fresh, SampleCommits.key(key)).token());
      }
      Claims.Grant released = claim(fresh, SampleCommits.key(9));
      tokens.add(released.token());
      fresh.claims().release(released);
      tokens.add(claim(fresh, SampleCommits.key(9)).token());
      clock.advance(BEYOND_LEASE);
      tokens.add(claim(fresh, SampleCommits.key(9)).token());
      fresh.close();
    }

    assertThat(tokens).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void acquire_whenKeysDifferInTheirLastBitOnly_keepsThemApart() {
    Fingerprint neighbour = SampleCommits.neighbour(KEY);
    Claims.Grant first = claim(store, KEY);
    Claims.Grant second = claim(store, neighbour);

    claims.release(first);

    assertThat(claims.holder(KEY)).isEmpty();
    assertThat(claims.holder(neighbour)).isPresent();
    assertThat(claims.renew(second, LEASE)).isTrue();
  }

  @Test
  void acquire_whenTheTaskHasAnAwkwardName_showsItUnaltered() {
    String awkward = "main/λ \"'; DROP\n\t😀 ".repeat(50);

    claims.acquire(KEY, awkward, LEASE);

    assertThat(others.holder(KEY).orElseThrow().task()).isEqualTo(awkward);
  }

  @Test
  void acquire_whenManyThreadsAsk_grantsExactlyOne() throws Exception {
    for (int round = 0; round < 20; round++) {
      Fingerprint key = SampleCommits.key(100 + round);
      List<Acquire> answers = Race.of(
          thread -> (thread % 2 == 0 ? claims : others).acquire(key, "task " + thread, LEASE));

      assertThat(answers).filteredOn(Acquire.Granted.class::isInstance).hasSize(1);
      String winner = claims.holder(key).orElseThrow().task();
      assertThat(answers)
          .filteredOn(Acquire.HeldBy.class::isInstance)
          .hasSize(Race.THREADS - 1)
          .allSatisfy(
              held -> assertThat(((Acquire.HeldBy) held).holder().task()).isEqualTo(winner));
    }
  }

  @Test
  void acquire_whenManyThreadsTakeOverALapsedClaim_grantsExactlyOne() throws Exception {
    Claims.Grant lapsed = claim(store, KEY);
    clock.advance(BEYOND_LEASE);

    List<Acquire> answers = Race.of(
        thread -> (thread % 2 == 0 ? claims : others).acquire(KEY, "task " + thread, LEASE));

    assertThat(answers)
        .filteredOn(Acquire.Granted.class::isInstance)
        .singleElement()
        .satisfies(granted ->
            assertThat(((Acquire.Granted) granted).grant().token()).isGreaterThan(lapsed.token()));
  }

  @Test
  void acquire_whenManyThreadsAskForManyKeys_grantsAllWithTokensOfTheirOwn() throws Exception {
    List<List<Long>> tokens = Race.of(thread -> {
      List<Long> own = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        own.add(claim(store, SampleCommits.key(1000 * thread + i)).token());
      }
      return own;
    });

    assertThat(tokens.stream().flatMap(List::stream)).hasSize(200).doesNotHaveDuplicates();
    assertThat(others.running()).hasSize(200);
  }

  @Test
  void renew_whenHeld_prolongsFromNow() {
    Claims.Grant grant = claim(store, KEY);
    clock.advance(LEASE.minusSeconds(1));

    assertThat(claims.renew(grant, LEASE)).isTrue();

    assertThat(others.holder(KEY).orElseThrow().until())
        .isEqualTo(clock.instant().plus(LEASE));
    clock.advance(LEASE.minusSeconds(1));
    assertThat(others.acquire(KEY, "another task", LEASE)).isInstanceOf(Acquire.HeldBy.class);
  }

  @Test
  void renew_whenLapsed_saysItIsLost() {
    Claims.Grant grant = claim(store, KEY);
    clock.advance(BEYOND_LEASE);

    assertThat(claims.renew(grant, LEASE)).isFalse();
    assertThat(others.acquire(KEY, "another task", LEASE)).isInstanceOf(Acquire.Granted.class);
  }

  @Test
  void renew_whenTakenOver_saysItIsLostAndLeavesTheNewOwnerAlone() {
    Claims.Grant lost = claim(store, KEY);
    clock.advance(BEYOND_LEASE);
    others.acquire(KEY, "the new owner", LEASE);
    Claims.Holder owner = others.holder(KEY).orElseThrow();

    assertThat(claims.renew(lost, LEASE.multipliedBy(5))).isFalse();
    assertThat(claims.holder(KEY)).contains(owner);
  }

  @Test
  void renew_whenReleased_saysItIsLost() {
    Claims.Grant grant = claim(store, KEY);
    claims.release(grant);

    assertThat(claims.renew(grant, LEASE)).isFalse();
    assertThat(claims.holder(KEY)).isEmpty();
  }

  @Test
  void release_whenHeld_freesTheKeyForEveryone() {
    claims.release(claim(store, KEY));

    assertThat(others.holder(KEY)).isEmpty();
    assertThat(others.running()).isEmpty();
    assertThat(others.acquire(KEY, "another task", LEASE)).isInstanceOf(Acquire.Granted.class);
  }

  @Test
  void release_whenTakenOver_leavesTheNewOwnerAlone() {
    Claims.Grant lost = claim(store, KEY);
    clock.advance(BEYOND_LEASE);
    others.acquire(KEY, "the new owner", LEASE);

    claims.release(lost);
    claims.release(lost);

    assertThat(claims.holder(KEY).orElseThrow().task()).isEqualTo("the new owner");
  }

  @Test
  void holder_whenFreeOrLapsed_isNobody() {
    assertThat(claims.holder(KEY)).isEmpty();

    claim(store, KEY);
    clock.advance(BEYOND_LEASE);

    assertThat(claims.holder(KEY)).isEmpty();
    assertThat(others.holder(KEY)).isEmpty();
  }

  @Test
  void running_always_listsTheClaimsThatStand() {
    claim(store, SampleCommits.key(1));
    clock.advance(LEASE.dividedBy(2));
    claim(store, SampleCommits.key(2));
    others.acquire(SampleCommits.key(3), "a task", LEASE);
    claims.release(claim(store, SampleCommits.key(4)));
    clock.advance(LEASE.dividedBy(2).plusMillis(1));

    for (Claims any : List.of(claims, others)) {
      assertThat(any.running())
          .extracting(Claims.Holder::fingerprint)
          .containsExactlyInAnyOrder(SampleCommits.key(2), SampleCommits.key(3));
    }
  }

  @Test
  void close_whenItHoldsClaims_releasesItsOwnOnly() {
    Store closing = open();
    Claims.Grant kept = claim(store, SampleCommits.key(1));
    claim(closing, SampleCommits.key(2));

    closing.close();

    assertThat(claims.running())
        .extracting(Claims.Holder::fingerprint)
        .containsExactly(SampleCommits.key(1));
    assertThat(claims.renew(kept, LEASE)).isTrue();
    assertThat(claims.acquire(SampleCommits.key(2), "another task", LEASE))
        .isInstanceOf(Acquire.Granted.class);
  }
}
