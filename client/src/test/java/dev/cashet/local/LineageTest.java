package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.history.Lineage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a result was made from and what was made from it. */
class LineageTest {
  private @TempDir Path folder;

  static int base(int n) {
    return n * 100;
  }

  static int step(ResultRef<Integer> one) {
    return one.load() + 1;
  }

  static int sum(ResultRef<Integer> one, ResultRef<Integer> other) {
    return one.load() + other.load();
  }

  @Test
  void lineage_whenAResultIsShared_isOneNode() {
    try (Cashet cashet = Cashet.open(folder)) {
      ResultRef<Integer> base = cashet.submit(LineageTest::base, 1);
      ResultRef<Integer> left = cashet.submit(LineageTest::step, base);
      ResultRef<Integer> right = cashet.submit(LineageTest::sum, base, base);
      ResultRef<Integer> top = cashet.submit(LineageTest::sum, left, right);

      Lineage made = cashet.lineage(top.commitHash());
      assertThat(names(made)).containsExactly("sum", "step", "sum", "base");
      assertThat(made.edges())
          .containsExactlyInAnyOrder(
              new Lineage.Edge(0, 1),
              new Lineage.Edge(0, 2),
              new Lineage.Edge(1, 3),
              new Lineage.Edge(2, 3));
      assertThat(made.complete()).isTrue();

      Lineage used = cashet.lineage(base.commitHash());
      assertThat(names(used)).containsExactlyInAnyOrder("base", "step", "sum", "sum");
      assertThat(used.edges()).hasSize(4);

      Lineage near = cashet.lineage(left.commitHash(), new Lineage.Limits(1, 0, 10));
      assertThat(names(near)).containsExactly("step", "base");
      assertThat(near.complete()).as("its user was left out").isFalse();
      Lineage few = cashet.lineage(top.commitHash(), new Lineage.Limits(9, 9, 2));
      assertThat(few.nodes()).hasSize(2);
      assertThat(few.complete()).isFalse();
    }
  }

  @Test
  void lineage_whenTheChainIsLong_isFollowedInASmallStack() throws Exception {
    try (Cashet cashet = Cashet.builder().directory(folder).build()) {
      ResultRef<Integer> last = cashet.submit(LineageTest::base, 0);
      for (int i = 0; i < 1500; i++) {
        ResultRef<Integer> before = last;
        last = cashet.submit(LineageTest::step, before);
      }
      String hash = last.commitHash();
      AtomicReference<Lineage> found = new AtomicReference<>();
      Thread small = new Thread(null, () -> found.set(cashet.lineage(hash)), "small", 100_000);
      small.start();
      small.join();
      assertThat(found.get().nodes()).hasSize(1501);
    }
  }

  private static List<String> names(Lineage lineage) {
    return lineage.nodes().stream()
        .map(node -> node.entry().orElseThrow().commit().call().name().shortName())
        .map(name -> name.substring(name.indexOf('.') + 1))
        .toList();
  }
}
