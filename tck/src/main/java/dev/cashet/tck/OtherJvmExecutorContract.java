package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.executor.Outcome;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TaskExecutor} keeps to that runs tasks in other JVMs of this machine, besides {@link
 * TaskExecutorContract}: a task can do no harm to the program, and no task outlives its time.
 */
public abstract class OtherJvmExecutorContract extends TaskExecutorContract {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final long PATIENCE_SECONDS = 30;

  /** For implementations. */
  protected OtherJvmExecutorContract() {}

  @Test
  void run_always_isInAnotherProcess() throws Exception {
    assertThat(pid()).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void run_whenTheTaskChangesItsArgument_leavesTheCallersAlone() throws Exception {
    List<Integer> mine = new ArrayList<>(List.of(1));

    assertThat(returned(ExecutorTasks.task(ExecutorTasks::add, mine, Optional.empty())))
        .isEqualTo(List.of(1, 7));
    assertThat(mine).containsExactly(1);
  }

  @Test
  void run_whenTheTaskExits_isLostWithCodeAndOutput() throws Exception {
    assertThat(lost(ExecutorTasks.task(ExecutorTasks::exit, 17, Optional.empty())))
        .contains("exit code 17")
        .contains("about to leave with 17");
    assertThat(lost(ExecutorTasks.task(ExecutorTasks::halt, 18, Optional.empty())))
        .contains("exit code 18")
        .contains("without a line's end");
    assertThat(pid()).as("the next task").isPositive();
  }

  @Test
  void run_whenTheProcessIsKilled_isLostWithSignalAndOutput() throws Exception {
    assertThat(lost(ExecutorTasks.task(ExecutorTasks::kill, "-KILL", Optional.empty())))
        .contains("SIGKILL")
        .contains("about to be killed");
    assertThat(lost(ExecutorTasks.task(ExecutorTasks::kill, "-SEGV", Optional.empty())))
        .contains("SIGSEGV");
  }

  @Test
  void run_whenTheTaskDoesNotListen_itsTimeoutHoldsAllTheSame() throws Exception {
    Outcome outcome = executor()
        .run(ExecutorTasks.task(ExecutorTasks::standFirm, file("firm"), Optional.of(SHORT)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.TimedOut.class, timedOut -> assertThat(timedOut.stopped()).isTrue());
    requireGone(content(file("firm")));
  }

  @Test
  void run_whenATaskWithAProcessOfItsOwnTakesTooLong_endsBoth() throws Exception {
    executor()
        .run(ExecutorTasks.task(
            ExecutorTasks::standWithChild, file("child"), Optional.of(Duration.ofSeconds(1))));

    requireGone(content(file("child")));
    requireGone(content(file("child too")));
  }

  @Test
  void run_whenTheCallerIsInterrupted_endsTheProcess() throws Exception {
    Task task = ExecutorTasks.task(ExecutorTasks::standFirm, file("caller"), Optional.empty());
    FutureTask<Outcome> running = new FutureTask<>(() -> executor().run(task));
    Thread caller = new Thread(running, "caller");
    caller.start();
    String pid = content(file("caller"));

    caller.interrupt();

    assertThatThrownBy(() -> running.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
    requireGone(pid);
  }

  @Test
  void close_whenATaskDoesNotListen_endsTheProcess() throws Exception {
    TaskExecutor closing = open();
    Task task = ExecutorTasks.task(ExecutorTasks::standFirm, file("close"), Optional.empty());
    FutureTask<Outcome> running = new FutureTask<>(() -> closing.run(task));
    new Thread(running, "caller").start();
    String pid = content(file("close"));

    closing.close();

    assertThatThrownBy(() -> running.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
    requireGone(pid);
  }

  @Test
  void run_whenAnArgumentCannotBeSent_saysWhich() {
    Thread argument = new Thread("mine");
    Task task = ExecutorTasks.task(Thread::getName, argument, Optional.empty());

    assertThatThrownBy(() -> executor().run(task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Thread")
        .hasMessageContaining("Sample.run");
  }

  private long pid() throws InterruptedException {
    return (Long) Objects.requireNonNull(
        returned(ExecutorTasks.task(ExecutorTasks::pid, 1, Optional.empty())));
  }

  private String lost(Task task) throws InterruptedException {
    Outcome outcome = executor().run(task);
    assertThat(outcome).isInstanceOf(Outcome.Lost.class);
    return ((Outcome.Lost) outcome).reason();
  }

  /** Ended, or about to be: the system may take a moment. */
  private static void requireGone(String pid) throws Exception {
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
    if (process.isPresent() && process.get().isAlive()) {
      process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
