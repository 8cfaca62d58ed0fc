package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.CommitId;
import dev.cashet.store.Pin;
import dev.cashet.store.Store;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link dev.cashet.store.Pins} of every store keep to. */
public abstract class PinsContract extends StoreFixture {
  private Store store;
  private CommitId first;
  private CommitId second;

  /** For implementations. */
  protected PinsContract() {}

  @BeforeEach
  void fill() {
    store = open();
    first = add(store, SampleCommits.of(1).build());
    second = add(store, SampleCommits.of(2).build());
  }

  @Test
  void named_whenPinned_isTheCommitForEveryOpening() {
    assertThat(store.pins().pin(first, "best/größe")).isEqualTo(first);

    assertThat(open().pins().named("best/größe")).contains(first);
    assertThat(open().pins().named("best")).isEmpty();
    assertThat(open().pins().named("")).isEmpty();
    assertThat(open().pins().list()).containsExactly(new Pin("best/größe", first, clock.instant()));
  }

  @Test
  void pin_whenTwice_isPinningOnce() {
    store.pins().pin(first, "");
    store.pins().pin(first, "");
    store.pins().pin(first, "a");
    store.pins().pin(first, "a");
    store.pins().pin(first, "b");

    assertThat(store.pins().list()).extracting(Pin::name).containsExactly("", "a", "b");
  }

  @Test
  void pin_whenTheNameIsTaken_leavesItAndSaysWhose() {
    store.pins().pin(first, "best");

    assertThat(store.pins().pin(second, "best")).isEqualTo(first);

    assertThat(store.pins().named("best")).contains(first);
  }

  @Test
  void unpin_whenNamed_takesThatPinAlone() {
    store.pins().pin(first, "");
    store.pins().pin(first, "a");
    store.pins().pin(second, "b");

    assertThat(store.pins().unpin(first, Optional.of("b"))).isZero();
    assertThat(store.pins().unpin(first, Optional.of("a"))).isEqualTo(1);
    assertThat(store.pins().named("a")).isEmpty();
    assertThat(store.pins().unpin(first, Optional.empty())).isEqualTo(1);
    assertThat(store.pins().unpin(first, Optional.empty())).isZero();
    assertThat(store.pins().list()).extracting(Pin::commit).containsExactly(second);
  }
}
