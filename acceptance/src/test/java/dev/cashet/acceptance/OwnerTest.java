package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a key whose owner dies or stands still in the middle of its task. */
class OwnerTest {
  private static final Duration TAKEOVER = Duration.ofSeconds(1);

  @TempDir
  private Path store;

  @Test
  void submit_whenTheOwnerIsKilled_theWaitingProgramTakesOverWithinASecond() throws Exception {
    try (Child owner = ChildJvm.standard().worker(store);
        Child waiting = ChildJvm.standard().worker(store)) {
      owner.send("submit gated 1");
      owner.line("running 1");
      waiting.send("submit gated 1");
      // Its task takes no time: what it will be told lies ready.
      waiting.send("from the second");
      owner.kill();
      long killed = System.nanoTime();
      assertThat(waiting.line("ran ")).endsWith(" from_the_second");
      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEOVER);
    }
    assertThat(completed()).hasSize(1);
  }

  @Test
  void submit_whenTheOwnerWasKilled_aNewProgramRunsAtOnce() throws Exception {
    try (Child owner = ChildJvm.standard().worker(store)) {
      owner.send("submit gated 1");
      owner.line("running 1");
      owner.kill();
    }
    try (Child next = ChildJvm.standard().worker(store)) {
      long asked = System.nanoTime();
      next.send("submit gated 1");
      next.send("from the next");
      assertThat(next.line("ran ")).endsWith(" from_the_next");
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(TAKEOVER);
    }
    assertThat(completed()).hasSize(1);
  }

  @Test
  void submit_whenAPausedOwnerWakesAfterAnotherFinished_theFirstCommitStands() throws Exception {
    try (Child owner = ChildJvm.standard().worker(store, "PT1S");
        Child other = ChildJvm.standard().worker(store, "PT1S");
        Child third = ChildJvm.standard().worker(store)) {
      owner.send("submit gated 1");
      owner.line("running 1");
      owner.pause();
      other.send("submit gated 1");
      other.send("first");
      String accepted = other.line("ran ");
      assertThat(accepted).endsWith(" first");

      owner.send("late");
      owner.resume();
      assertThat(owner.line()).isEqualTo("hit " + accepted.substring(4));
      assertThat(third.ask("submit gated 1")).isEqualTo("hit " + accepted.substring(4));
    }
    assertThat(completed()).hasSize(1);
  }

  @Test
  void submit_whenAPausedOwnerWakesBeforeTheOtherFinished_theyAgree() throws Exception {
    try (Child owner = ChildJvm.standard().worker(store, "PT1S");
        Child other = ChildJvm.standard().worker(store, "PT1M")) {
      owner.send("submit gated 1");
      owner.line("running 1");
      owner.pause();
      other.send("submit gated 1");
      other.line("running 1");

      owner.send("late");
      owner.resume();
      other.send("first");
      String accepted = other.line("ran ");
      assertThat(accepted).endsWith(" first");
      assertThat(owner.line()).isEqualTo("hit " + accepted.substring(4));
    }
    assertThat(completed()).hasSize(1);
  }

  private List<Commit> completed() {
    try (Cashet cashet = Cashet.open(store)) {
      assertThat(cashet.stats().commits().runningClaims()).isZero();
      return cashet.log(LogQuery.newest(10)).stream()
          .filter(commit -> commit.output().isPresent())
          .toList();
    }
  }
}
