package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.Task;
import dev.cashet.TaskOptions;
import dev.cashet.executor.LocalExecutor;
import dev.cashet.executor.Outcome;
import dev.cashet.executor.TaskExecutor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which executor runs a task, and which client it belongs to. */
class ExecutorChoiceTest {
  @TempDir
  private Path directory;

  private record Named(String name, TaskExecutor inner) implements TaskExecutor {
    @Override
    public Outcome run(dev.cashet.executor.Task task) throws InterruptedException {
      return inner.run(task);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private static int square(int n) {
    return n * n;
  }

  @Task(executor = "elsewhere")
  private static int cube(int n) {
    return n * n * n;
  }

  private static int sumOfSquares(int n) {
    int sum = 0;
    for (int i = 1; i <= n; i++) {
      sum += Cashet.current().submit(ExecutorChoiceTest::square, i).load();
    }
    return sum;
  }

  private Cashet open() {
    return Cashet.builder()
        .directory(directory)
        .executor("elsewhere", new Named("another", new LocalExecutor()))
        .build();
  }

  private static String executor(ResultRef<?> ref) {
    return ref.commit().run().executor();
  }

  @Test
  void submit_whenAnExecutorIsNamed_runsThereUnderTheSameKey() {
    try (Cashet cashet = open()) {
      ResultRef<Integer> ref = cashet
          .with(TaskOptions.defaults().executor("elsewhere"))
          .submit(ExecutorChoiceTest::square, 3);
      assertThat(executor(ref)).isEqualTo("another");
      assertThat(cashet.isCached(ExecutorChoiceTest::square, 3)).isTrue();
      assertThat(executor(cashet.submit(ExecutorChoiceTest::square, 4))).isEqualTo("local");
      assertThat(executor(cashet.submit(ExecutorChoiceTest::cube, 4))).isEqualTo("another");
    }
  }

  @Test
  void submit_whenTheExecutorIsNotThere_isRefusedAndLeavesNoClaim() {
    try (Cashet cashet = open()) {
      assertThatThrownBy(() -> cashet
              .with(TaskOptions.defaults().executor("nowhere"))
              .submit(ExecutorChoiceTest::square, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nowhere")
          .hasMessageContaining("elsewhere");
      assertThat(cashet.stats().commits().runningClaims()).isZero();
    }
  }

  @Test
  void current_insideATask_isTheClientThatRunsIt() {
    try (Cashet cashet = open()) {
      assertThat(cashet.submit(ExecutorChoiceTest::sumOfSquares, 3).load()).isEqualTo(14);
      assertThat(cashet.isCached(ExecutorChoiceTest::square, 2)).isTrue();
    }
  }

  @Test
  void current_outsideOfTasks_isRefused() {
    assertThatThrownBy(Cashet::current).isInstanceOf(IllegalStateException.class);
  }
}
