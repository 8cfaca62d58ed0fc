package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.Task;
import dev.cashet.TaskOptions;
import dev.cashet.model.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PureTest {
  @TempDir
  private Path folder;

  static long timed(String type) throws ClassNotFoundException {
    return System.nanoTime() + Class.forName(type).getName().length();
  }

  @Task(pure = true)
  static long vouched(String type) throws ClassNotFoundException {
    return timed(type);
  }

  @Test
  void submit_whenPure_reportsHolesAndNoImpurities() {
    try (Cashet cashet = Cashet.builder().directory(folder).build()) {
      ResultRef<Long> plain = cashet.submit(PureTest::timed, "java.lang.String");
      assertThat(categories(cashet, plain))
          .containsExactlyInAnyOrder(Finding.Category.IMPURITY, Finding.Category.HOLE);
      ResultRef<Long> annotated = cashet.submit(PureTest::vouched, "java.lang.String");
      assertThat(categories(cashet, annotated)).containsExactly(Finding.Category.HOLE);
    }
  }

  @Test
  void submit_whenPureByOption_isTheSameKey() {
    try (Cashet cashet = Cashet.builder().directory(folder).build()) {
      ResultRef<Long> pure = cashet
          .with(TaskOptions.defaults().pure(true))
          .submit(PureTest::timed, "java.lang.String");
      assertThat(categories(cashet, pure)).containsExactly(Finding.Category.HOLE);
      assertThat(cashet.submit(PureTest::timed, "java.lang.String").wasCached()).isTrue();
    }
  }

  private static List<Finding.Category> categories(Cashet cashet, ResultRef<?> ref) {
    return cashet.show(ref.commitHash()).function().orElseThrow().findings().stream()
        .map(Finding::category)
        .toList();
  }
}
