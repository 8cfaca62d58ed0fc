package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.acceptance.program.Ending;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that end, or break, in the middle of a task: whoever comes next is not held up. */
class ShutdownTest {
  private static final String PROGRAM = "dev.cashet.acceptance.program.Ending";
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  @TempDir
  private Path store;

  private Child start(String way, String... options) throws Exception {
    Child program =
        ChildJvm.standard().with(options).with("-Dending.way=" + way).start(PROGRAM);
    program.send(store.toString());
    return program;
  }

  @Test
  void exit_insideATask_endsTheProgramAndItsClaim() throws Exception {
    try (Child program = start("exit")) {
      assertThat(program.end().code()).isEqualTo(7);
    }
    requireFree();
  }

  @ParameterizedTest
  @CsvSource({"-TERM,143"})
  void signal_duringATask_endsTheProgramAndItsClaim(String signal, int code) throws Exception {
    try (Child program = start("signal")) {
      program.line("running 1");
      program.signal(signal);
      Child.Ended ended = program.end();
      assertThat(ended.code()).isEqualTo(code);
      assertThat(ended.err()).doesNotContain("Exception");
    }
    requireFree();
  }

  @Test
  void mainEnds_whileADaemonThreadRunsATask_endsItsClaim() throws Exception {
    try (Child program = start("daemon")) {
      program.line("running 1");
      program.send("end");
      Child.Ended ended = program.end();
      assertThat(ended.code()).isZero();
      assertThat(ended.err()).doesNotContain("Exception");
    }
    requireFree();
  }

  @Test
  void errors_insideTasks_areFailuresThatTheProgramOutlives() throws Exception {
    try (Child program = start("errors", "-Xmx48m")) {
      assertThat(program.line())
          .startsWith("failed AssertionError Ending.task failed: not so (commit ");
      assertThat(program.line()).startsWith("failed StackOverflowError Ending.task failed: ");
      assertThat(program.line())
          .startsWith("failed OutOfMemoryError Ending.task failed: Java heap space (commit ");
      assertThat(program.line()).isEqualTo("value 1");
      assertThat(program.end().code()).isZero();
    }
    try (Cashet cashet = Cashet.open(store)) {
      assertThat(cashet.stats().commits().failed()).isEqualTo(3);
      assertThat(cashet.stats().commits().runningClaims()).isZero();
    }
  }

  /** Nothing is left of the claim, which would matter to stores that cannot see a process die, and the next run goes ahead. */
  private void requireFree() throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve("meta.db"));
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM claims")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isZero();
    }
    try (Cashet cashet = Cashet.open(store)) {
      long asked = System.nanoTime();
      assertThat(cashet.submit(Ending::task, 1).wasCached()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_ONCE);
      assertThat(cashet.stats().commits().total()).isEqualTo(1);
    }
  }
}
