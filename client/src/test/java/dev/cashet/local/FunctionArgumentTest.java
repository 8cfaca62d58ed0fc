package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.Fn1;
import dev.cashet.ResultRef;
import dev.cashet.canonical.UnhashableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions and references among the arguments of a call. */
class FunctionArgumentTest {
  @TempDir
  private Path directory;

  private Cashet cashet;

  @BeforeEach
  void open() {
    cashet = Cashet.open(directory);
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  private static int apply(Fn1<Integer, Integer> function, int x) throws Exception {
    return function.call(x);
  }

  private static int twice(int x) {
    return 2 * x;
  }

  private static int total(List<Fn1<Integer, Integer>> functions, int x) throws Exception {
    int sum = 0;
    for (Fn1<Integer, Integer> function : functions) {
      sum += function.call(x);
    }
    return sum;
  }

  private static int loadAll(Map<String, ResultRef<Integer>> refs) {
    return refs.values().stream().mapToInt(ResultRef::load).sum();
  }

  @Test
  void submit_whenLambdaIsAnArgument_countsItsCode() {
    assertThat(cashet.submit(() -> apply(x -> x + 1, 3)).load()).isEqualTo(4);
    assertThat(cashet.submit(() -> apply(x -> x + 1, 3)).wasCached()).isTrue();
    assertThat(cashet.submit(() -> apply(x -> x + 2, 3)).load()).isEqualTo(5);
    assertThat(cashet.submit(() -> apply(FunctionArgumentTest::twice, 3)).load())
        .isEqualTo(6);
  }

  @Test
  void submit_whenLambdaIsPassed_countsItsCodeAndWhatItCaptured() {
    for (int round = 0; round < 2; round++) {
      for (int plus = 0; plus < 3; plus++) {
        int captured = plus;
        ResultRef<Integer> ref =
            cashet.submit(FunctionArgumentTest::apply, (Integer x) -> x + captured, 3);
        assertThat(ref.load()).isEqualTo(3 + plus);
        assertThat(ref.wasCached()).isEqualTo(round == 1);
      }
    }
  }

  @Test
  void submit_whenFunctionsLieInAList_countsEach() {
    Fn1<Integer, Integer> one = x -> x + 1;
    Fn1<Integer, Integer> two = x -> x + 2;
    assertThat(cashet.submit(FunctionArgumentTest::total, List.of(one, one), 1).load())
        .isEqualTo(4);
    assertThat(cashet.submit(FunctionArgumentTest::total, List.of(one, two), 1).load())
        .isEqualTo(5);
    assertThat(cashet.submit(FunctionArgumentTest::total, List.of(two, one), 1).wasCached())
        .isFalse();
    assertThat(cashet.submit(FunctionArgumentTest::total, List.of(one, two), 1).wasCached())
        .isTrue();
  }

  @Test
  void submit_whenRefsLieInAMap_areInputs() {
    ResultRef<Integer> a = cashet.submit(FunctionArgumentTest::twice, 1);
    ResultRef<Integer> b = cashet.submit(FunctionArgumentTest::twice, 2);
    ResultRef<Integer> sum = cashet.submit(FunctionArgumentTest::loadAll, Map.of("a", a, "b", b));
    assertThat(sum.load()).isEqualTo(6);
    assertThat(sum.commit().lineage().inputs())
        .extracting(input -> input.blob().hex())
        .containsExactlyInAnyOrder(a.hash(), b.hash());
  }

  @Test
  void load_whenResultContainsRefs_givesLivingRefs() {
    ResultRef<Integer> inner = cashet.submit(FunctionArgumentTest::twice, 21);
    ResultRef<List<ResultRef<Integer>>> outer = cashet.submit(() -> List.of(inner, inner));
    assertThat(outer.load().get(1).load()).isEqualTo(42);
  }

  @Test
  void submit_whenArgumentHasNoIdentity_isRefusedWithItsPath() {
    assertThatThrownBy(
            () -> cashet.submit((Map<String, Object> m) -> m.size(), Map.of("t", new Thread())))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("argument 1")
        .hasMessageContaining("java.lang.Thread");
  }

  record Version(int major, int minor) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return Integer.compare(major, other.major);
    }
  }

  private static List<Object> versions() {
    return List.of(new Version(2, 1), new Version(1, 2));
  }

  private static List<Object> sorted(List<Object> values) {
    return values.stream().sorted().toList();
  }

  /** The consumer's code does not name the class, and the platform calls back into it. */
  @Test
  void submit_whenResultHoldsObjectsOfTheUsers_theirClassesCount() {
    ResultRef<List<Object>> versions = cashet.submit(() -> versions());
    assertThat(versions.classNames()).containsExactly(Version.class.getName());
    ResultRef<List<Object>> sorted = cashet.submit(() -> sorted(versions.load()));
    assertThat(sorted.load()).isEqualTo(List.of(new Version(1, 2), new Version(2, 1)));
    assertThat(partsOf(sorted)).anyMatch(part -> part.contains("Version.compareTo"));
    ResultRef<List<ResultRef<List<Object>>>> nested = cashet.submit(() -> List.of(versions));
    assertThat(nested.classNames()).containsExactly(Version.class.getName());
  }

  private List<String> partsOf(ResultRef<?> ref) {
    return cashet.show(ref.commitHash()).function().orElseThrow().key().parts().stream()
        .map(part -> part.name())
        .toList();
  }
}
