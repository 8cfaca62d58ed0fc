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

/** How the {@link Claims} of every store see tasks that would wait for each other for ever. */
public abstract class WaitsContract extends StoreFixture {
  private static final Fingerprint KEY = SampleCommits.key(1);
  private static final Duration BEYOND_LEASE = LEASE.plusMillis(1);

  private Store store;
  private Claims claims;
  private Claims others;

  /** For implementations. */
  protected WaitsContract() {}

  @BeforeEach
  void openTwice() {
    store = open();
    claims = store.claims();
    others = open().claims();
  }

  @Test
  void startWait_whenNobodyWaitsForTheOwner_isNoted() {
    Claims.Grant waiting = claim(store, SampleCommits.key(1));
    others.acquire(SampleCommits.key(2), "an owner", LEASE);

    assertThat(claims.startWait(List.of(waiting), SampleCommits.key(2))).isEmpty();
    assertThat(claims.startWait(List.of(waiting), SampleCommits.key(3))).isEmpty();
  }

  @Test
  void startWait_whenTheOwnersWaitInACircle_namesThemAndNotesNothing() {
    Claims.Grant first = claim(store, SampleCommits.key(1));
    Claims.Grant second = claimFor(others, SampleCommits.key(2), "second");
    Claims.Grant third = claimFor(claims, SampleCommits.key(3), "third");
    assertThat(claims.startWait(List.of(first), SampleCommits.key(2))).isEmpty();
    assertThat(others.startWait(List.of(second), SampleCommits.key(3))).isEmpty();

    assertThat(claims.startWait(List.of(third), SampleCommits.key(1)))
        .extracting(Claims.Holder::task)
        .containsExactly("a task", "second", "third");
    assertThat(others.startWait(List.of(third), SampleCommits.key(4)))
        .as("it did not begin to wait for the first")
        .isEmpty();
    assertThat(others.startWait(List.of(claim(store, SampleCommits.key(5))), SampleCommits.key(1)))
        .isEmpty();
  }

  @Test
  void startWait_whenATaskWaitsForItself_namesIt() {
    Claims.Grant own = claim(store, KEY);

    assertThat(others.startWait(List.of(claimFor(claims, SampleCommits.key(2), "inner"), own), KEY))
        .extracting(Claims.Holder::task)
        .containsExactly("a task");
  }

  @Test
  void startWait_whenAWaitHasEnded_doesNotCountIt() {
    Claims.Grant first = claim(store, SampleCommits.key(1));
    Claims.Grant second = claim(store, SampleCommits.key(2));
    claims.startWait(List.of(first), SampleCommits.key(2));

    claims.endWait(List.of(first), SampleCommits.key(2));

    assertThat(others.startWait(List.of(second), SampleCommits.key(1))).isEmpty();
  }

  @Test
  void startWait_whenTheWaitingClaimHasLapsed_doesNotCountIt() {
    Claims.Grant first = claim(store, SampleCommits.key(1));
    claims.startWait(List.of(first), SampleCommits.key(2));
    clock.advance(BEYOND_LEASE);
    claim(store, SampleCommits.key(1));
    Claims.Grant second = claim(store, SampleCommits.key(2));

    assertThat(others.startWait(List.of(second), SampleCommits.key(1))).isEmpty();
  }

  @Test
  void startWait_whenManyThreadsCloseACircleAtOnce_isRefusedToExactlyOne() throws Exception {
    for (int round = 0; round < 10; round++) {
      List<Claims.Grant> ring = new ArrayList<>();
      for (int i = 0; i < Race.THREADS; i++) {
        ring.add(claim(store, SampleCommits.key(1000 * (round + 1) + i)));
      }

      List<List<Claims.Holder>> circles = Race.of(thread -> (thread % 2 == 0 ? claims : others)
          .startWait(
              List.of(ring.get(thread)), ring.get((thread + 1) % Race.THREADS).fingerprint()));

      assertThat(circles).filteredOn(circle -> !circle.isEmpty()).hasSize(1);
    }
  }

  private static Claims.Grant claimFor(Claims claims, Fingerprint key, String task) {
    return ((Acquire.Granted) claims.acquire(key, task, LEASE)).grant();
  }
}
