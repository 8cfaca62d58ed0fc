package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.event.CashetEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
  @TempDir
  Path directory;

  private final List<CashetEvent> events = new CopyOnWriteArrayList<>();

  private static int square(int x) {
    return x * x;
  }

  private static int fail(int x) {
    throw new IllegalStateException("no " + x);
  }

  private Cashet open() {
    return Cashet.builder().directory(directory).listener(events::add).build();
  }

  @Test
  void submit_whenItRunsAndThenIsFound_tellsOfTheRunAndTheHit() {
    try (Cashet cashet = open()) {
      ResultRef<Integer> first = cashet.submit(EventsTest::square, 3);
      cashet.submit(EventsTest::square, 3);

      assertThat(events)
          .extracting(each -> each.getClass().getSimpleName())
          .containsExactly("Started", "Finished", "Hit");
      assertThat(events)
          .allSatisfy(each ->
              assertThat(each.call().function().shortName()).isEqualTo("EventsTest.square"));
      CashetEvent.Finished finished = (CashetEvent.Finished) events.get(1);
      assertThat(finished.commit().hex()).isEqualTo(first.commitHash());
      assertThat(finished.call().fingerprint()).isEqualTo(first.commit().call().fingerprint());
      assertThat(((CashetEvent.Hit) events.get(2)).commit()).isEqualTo(finished.commit());
    }
  }

  @Test
  void submit_whenAttemptsFail_tellsOfRetriesAndOfTheFailure() {
    TaskOptions twice = TaskOptions.defaults().retries(1).backoff(Duration.ofMillis(1));
    try (Cashet cashet = open()) {
      assertThatThrownBy(() -> cashet.with(twice).submit(EventsTest::fail, 3))
          .isInstanceOf(TaskException.class);

      assertThat(events)
          .extracting(each -> each.getClass().getSimpleName())
          .containsExactly("Started", "Retried", "Started", "Failed");
      CashetEvent.Failed failed = (CashetEvent.Failed) events.get(3);
      assertThat(failed.attempts()).isEqualTo(2);
      assertThat(failed.cause()).hasMessage("no 3");
    }
  }

  @Test
  void submit_whenAListenerThrows_goesOn() {
    CashetBroken broken = new CashetBroken();
    try (Cashet cashet = Cashet.builder()
        .directory(directory)
        .listener(broken::on)
        .listener(events::add)
        .build()) {
      assertThat(cashet.submit(EventsTest::square, 3).load()).isEqualTo(9);

      assertThat(events).hasSize(2);
    }
  }

  @Test
  void indexDirectory_whenTheStoreIsWritten_isPartOfIt() throws Exception {
    try (LocalStore store = LocalStore.open(directory, dev.cashet.store.StoreOptions.defaults())) {
      assertThat(store.indexDirectory()).isEmpty();
      try (Cashet cashet = open()) {
        cashet.submit(EventsTest::square, 3);
      }

      assertThat(store.indexDirectory()).contains(directory.resolve("index"));
    }
  }

  private static final class CashetBroken {
    void on(CashetEvent event) {
      throw new IllegalStateException("broken listener on " + event.call());
    }
  }
}
