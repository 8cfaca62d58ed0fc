package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link Store#generation} promises, for stores that have one. */
public abstract class GenerationContract extends StoreFixture {
  private Store writer;
  private Store reader;

  /** For implementations. */
  protected GenerationContract() {}

  @BeforeEach
  void openBoth() {
    writer = open();
    commit(writer, SampleCommits.of(1).build());
    reader = open();
    reader.commits().newest(SampleCommits.key(1));
  }

  @Test
  void generation_whenNothingHappens_isOneNumberForAll() {
    assertThat(reader.generation()).isPresent().isEqualTo(writer.generation());
    assertThat(reader.generation()).isEqualTo(reader.generation());
  }

  @Test
  void generation_whenAKeyGetsItsFirstCommit_stays() {
    OptionalLong before = reader.generation();

    commit(writer, SampleCommits.of(2).build());

    assertThat(reader.generation()).isEqualTo(before);
  }

  @Test
  void generation_whenAKeyGetsANewerCommit_isAnother() {
    OptionalLong before = reader.generation();

    commit(
        writer, SampleCommits.of(1).result("newer").after(Duration.ofHours(1)).build());

    assertThat(reader.generation()).isPresent().isNotEqualTo(before);
  }

  @Test
  void generation_whenACommitIsAddedToAKey_isAnother() {
    OptionalLong before = reader.generation();

    add(writer, SampleCommits.of(1).result("newer").after(Duration.ofHours(1)).build());

    assertThat(reader.generation()).isPresent().isNotEqualTo(before);
  }

  @Test
  void generation_whenACommitIsRemoved_isAnother() {
    OptionalLong before = reader.generation();

    writer.maintenance().remove(List.of(SampleCommits.of(1).build().id()));
    OptionalLong after = reader.generation();
    writer.maintenance().clear();

    assertThat(after).isPresent().isNotEqualTo(before);
    assertThat(reader.generation()).isPresent().isNotEqualTo(after);
  }

  @Test
  void generation_whenACommitIsSuperseded_isAnotherAtMost() {
    Sample late = SampleCommits.of(1).result("late").build();
    var grant = claim(writer, late.key());
    writer.claims().release(grant);

    append(writer, late, grant);

    assertThat(reader.generation()).isPresent();
  }

  @Test
  void generation_whenTheStoreDoesNotExist_isUnknown() {
    try (Store absent = open(directory.resolve("absent"), clock)) {
      assertThat(absent.generation()).isEmpty();
    }
  }
}
