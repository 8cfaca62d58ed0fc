package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.executor.Outcome;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link TaskExecutor} keeps to, wherever it runs tasks. */
public abstract class TaskExecutorContract {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int AT_ONCE = 4;

  @TempDir
  private Path scratch;

  private TaskExecutor executor;

  /** For implementations. */
  protected TaskExecutorContract() {}

  /** The executor under test; the contract closes it. */
  protected abstract TaskExecutor open();

  /** The executor of the test that runs. */
  protected final TaskExecutor executor() {
    return executor;
  }

  /** A directory of the test that runs. */
  protected final Path scratch() {
    return scratch;
  }

  @BeforeEach
  void start() {
    executor = open();
  }

  @AfterEach
  void stop() {
    executor.close();
  }

  @Test
  void name_always_isOneWord() {
    try (TaskExecutor another = open()) {
      assertThat(executor.name()).matches("\\S+").isEqualTo(another.name());
    }
  }

  @Test
  void run_whenTheTaskReturns_bringsAnEqualValue() throws Exception {
    for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), Optional.of(LONG))) {
      ExecutorTasks.Row row = new ExecutorTasks.Row("a", List.of(1, 2));

      assertThat(returned(ExecutorTasks.task(ExecutorTasks::row, row, timeout)))
          .isEqualTo(new ExecutorTasks.Row("a!", List.of(1, 2, 2)));
      int captured = 4;
      assertThat(returned(ExecutorTasks.task(n -> n + captured, 3, timeout))).isEqualTo(7);
      assertThat(returned(ExecutorTasks.task(ExecutorTasks::nothing, 1, timeout)))
          .isNull();
    }
  }

  @Test
  void run_whenTheTaskThrows_bringsWhatItThrew() throws Exception {
    List<Throwable> errors = List.of(
        new IOException("checked"),
        new IllegalStateException("unchecked", new IOException("its cause")),
        new StackOverflowError("an error"),
        new InterruptedException("of its own making"));
    for (Throwable error : errors) {
      Outcome outcome =
          executor.run(ExecutorTasks.task(ExecutorTasks::raise, error, Optional.of(LONG)));

      assertThat(outcome).isInstanceOfSatisfying(Outcome.Threw.class, threw -> {
        assertThat(threw.error()).hasSameClassAs(error).hasMessage(error.getMessage());
        assertThat(threw.took()).isGreaterThanOrEqualTo(Duration.ZERO);
        if (error.getCause() != null) {
          assertThat(threw.error()).hasRootCauseMessage("its cause");
        }
      });
    }
  }

  @Test
  void run_whenTheTaskThrowsWhatNobodyAllowed_isTraceableAllTheSame() throws Exception {
    Outcome outcome =
        executor.run(ExecutorTasks.task(ExecutorTasks::odd, "strange", Optional.empty()));

    assertThat(outcome).isInstanceOfSatisfying(Outcome.Threw.class, threw -> {
      assertThat(threw.error())
          .isInstanceOf(Exception.class)
          .hasMessage("strange")
          .hasToString(ExecutorTasks.OddException.class.getName() + ": strange");
      assertThat(threw.error().getStackTrace()[0].getMethodName()).isEqualTo("odd");
    });
  }

  @Test
  void run_whenTheTaskTakesTooLong_stopsItAndSaysSo() throws Exception {
    Outcome outcome =
        executor.run(ExecutorTasks.task(ExecutorTasks::stand, file("pid"), Optional.of(SHORT)));

    assertThat(outcome).isInstanceOfSatisfying(Outcome.TimedOut.class, timedOut -> {
      assertThat(timedOut.timeout()).isEqualTo(SHORT);
      assertThat(timedOut.stopped()).isTrue();
      assertThat(timedOut.took()).isGreaterThanOrEqualTo(SHORT);
    });
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(returned(ExecutorTasks.task(ExecutorTasks::twice, 4, Optional.of(LONG))))
        .isEqualTo(8);
  }

  @Test
  void run_whenTheCallerIsInterrupted_endsSoon() throws Exception {
    for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), Optional.of(LONG))) {
      String file = file("interrupted" + timeout.isPresent());
      Task task = ExecutorTasks.task(ExecutorTasks::stand, file, timeout);
      FutureTask<Outcome> running = new FutureTask<>(() -> executor.run(task));
      Thread caller = new Thread(running, "caller");
      caller.start();
      content(file);

      caller.interrupt();

      caller.join(LONG.toMillis());
      assertThat(caller.isAlive()).isFalse();
    }
  }

  @Test
  void run_fromManyThreads_bringsEachItsOwn() throws Exception {
    Race.of(thread -> {
      for (int i = 0; i < 10; i++) {
        int mine = 1000 * thread + i;
        Optional<Duration> timeout = i % 2 == 0 ? Optional.empty() : Optional.of(LONG);
        assertThat(returned(ExecutorTasks.task(ExecutorTasks::twice, mine, timeout)))
            .isEqualTo(2 * mine);
      }
      return thread;
    });
  }

  @Test
  void run_whenTasksWaitForEachOther_runsAllOfThemAtOnce() throws Exception {
    Path place = Files.createDirectory(scratch.resolve("place"));
    List<FutureTask<@Nullable Object>> all = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      FutureTask<@Nullable Object> one = new FutureTask<>(() -> returned(ExecutorTasks.task(
          ExecutorTasks::meet, place.toString(), AT_ONCE, Optional.<Duration>empty())));
      all.add(one);
      new Thread(one, "caller " + i).start();
    }
    for (FutureTask<@Nullable Object> each : all) {
      assertThat(each.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(AT_ONCE);
    }
  }

  @Test
  void close_whenATaskRuns_stopsIt() throws Exception {
    TaskExecutor closing = open();
    Task task = ExecutorTasks.task(ExecutorTasks::stand, file("closed"), Optional.empty());
    FutureTask<Outcome> running = new FutureTask<>(() -> closing.run(task));
    Thread caller = new Thread(running, "caller");
    caller.setDaemon(true);
    caller.start();
    content(file("closed"));

    closing.close();
    closing.close();

    caller.join(LONG.toMillis());
    assertThat(caller.isAlive()).isFalse();
  }

  /** What the task returned. */
  protected final @Nullable Object returned(Task task) throws InterruptedException {
    Outcome outcome = executor.run(task);
    assertThat(outcome).isInstanceOf(Outcome.Returned.class);
    return ((Outcome.Returned) outcome).value();
  }

  /** A file of the test that runs. */
  protected final String file(String name) {
    return scratch.resolve(name).toString();
  }

  /** What a task has written to the file; waits for it. */
  protected static String content(String file) throws IOException {
    long end = System.nanoTime() + LONG.toNanos();
    while (!Files.exists(Path.of(file))) {
      assertThat(System.nanoTime()).as("waiting for " + file).isLessThan(end);
      Thread.onSpinWait();
    }
    return Files.readString(Path.of(file), StandardCharsets.UTF_8);
  }
}
