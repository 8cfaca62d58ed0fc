package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.TaskOptions;
import dev.cashet.event.CashetEvent;
import dev.cashet.model.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundTest {
  @TempDir
  Path directory;

  private final List<CashetEvent.Found> found = new CopyOnWriteArrayList<>();

  private static long clock(int x) {
    return x + System.currentTimeMillis();
  }

  private static Object named(String name) throws ClassNotFoundException {
    return Class.forName(name).getSimpleName() + System.currentTimeMillis();
  }

  private static int plain(int x) {
    return x + 1;
  }

  private Cashet open() {
    return Cashet.builder()
        .directory(directory)
        .listener(event -> {
          if (event instanceof CashetEvent.Found each) {
            found.add(each);
          }
        })
        .build();
  }

  @Test
  void submit_whenAFunctionReadsTheClock_tellsOnceWithThePath() {
    try (Cashet cashet = open()) {
      cashet.submit(FoundTest::clock, 1);
      cashet.submit(FoundTest::clock, 2);

      assertThat(found).hasSize(1);
      assertThat(found.get(0).call().function().shortName()).isEqualTo("FoundTest.clock");
      Finding finding = found.get(0).findings().get(0);
      assertThat(finding.kind()).isEqualTo("clock");
      assertThat(finding.path()).containsExactly("dev.cashet.local.FoundTest.clock");
    }
  }

  @Test
  void submit_whenItIsAHit_tellsNothing() {
    try (Cashet cashet = open()) {
      cashet.submit(FoundTest::clock, 1);
    }
    found.clear();
    try (Cashet cashet = open()) {
      assertThat(cashet.submit(FoundTest::clock, 1).wasCached()).isTrue();
    }
    assertThat(found).isEmpty();
  }

  @Test
  void submit_whenThereIsNothingToTell_tellsNothing() {
    try (Cashet cashet = open()) {
      cashet.submit(FoundTest::plain, 1);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void submit_whenTheCallerVouches_tellsOfHolesOnly() {
    try (Cashet cashet = open()) {
      TaskOptions pure = TaskOptions.defaults().pure(true);
      cashet.with(pure).submit(FoundTest::clock, 1);
      cashet.with(pure).submit(FoundTest::named, "java.lang.String");
    }
    assertThat(found).hasSize(1);
    assertThat(found.get(0).findings()).extracting(Finding::kind).containsExactly("reflection");
  }
}
