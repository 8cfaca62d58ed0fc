package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.model.CommitId;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.CommitStore;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a {@link CommitStore} says of a commit whose bytes have changed where they lie. */
public abstract class DamagedCommitContract extends StoreFixture {
  /** For implementations. */
  protected DamagedCommitContract() {}

  /** Changes one bit of what is stored of this commit, behind the store's back; no store of the directory is open. */
  protected abstract void damage(Path directory, CommitId id) throws Exception;

  @Test
  void get_whenDamaged_saysSo() throws Exception {
    Sample sample = SampleCommits.of(1).build();
    addDamaged(sample);

    Store store = open();

    assertThatThrownBy(() -> store.commits().get(sample.id()))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining(sample.id().shortHex());
  }

  @Test
  void newest_whenDamaged_passesItOver() throws Exception {
    Sample sound = SampleCommits.of(1).after(Duration.ofHours(1)).build();
    try (Store store = open(directory, clock)) {
      commit(store, sound);
    }
    addDamaged(SampleCommits.of(1).after(Duration.ofHours(2)).build());

    Store store = open();

    assertThat(store.commits().newest(sound.key()))
        .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo(sound.id()));
  }

  @Test
  void newest_whenAllAreDamaged_isEmptyAndTheKeyCanBeCommittedAnew() throws Exception {
    Sample damaged = SampleCommits.of(1).build();
    addDamaged(damaged);

    Store store = open();

    assertThat(store.commits().newest(damaged.key())).isEmpty();
    Sample anew = SampleCommits.of(1).after(Duration.ofHours(1)).build();
    commit(store, anew);
    assertThat(store.commits().newest(damaged.key()))
        .hasValueSatisfying(entry -> assertThat(entry.commit()).isEqualTo(anew.commit()));
  }

  @Test
  void list_whenOneIsDamaged_handsOutTheOthersOnly() throws Exception {
    Sample sound = SampleCommits.of(2).after(Duration.ofHours(1)).build();
    try (Store store = open(directory, clock)) {
      commit(store, sound);
    }
    addDamaged(SampleCommits.of(1).build());

    assertThat(open().commits().list(LogQuery.newest(10)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.commit()).isEqualTo(sound.commit()));
  }

  private void addDamaged(Sample sample) throws Exception {
    try (Store store = open(directory, clock)) {
      add(store, sample);
    }
    damage(directory, sample.id());
  }
}
