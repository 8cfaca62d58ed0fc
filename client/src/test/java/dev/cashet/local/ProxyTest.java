package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.Task;
import dev.cashet.TaskOptions;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects whose calls are kept, on the store that everyone gets. */
class ProxyTest {
  private static final AtomicInteger RUNS = new AtomicInteger();

  @TempDir
  private Path directory;

  private Cashet cashet;

  @BeforeEach
  void open() {
    RUNS.set(0);
    cashet = Cashet.open(directory);
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  interface Model {
    double predict(double x);

    @Task(name = "fit of a line", tags = "from=interface")
    List<Double> fit(List<Double> xs) throws IOException;

    default double twice(double x) {
      return predict(predict(x));
    }

    <T> T same(T value);

    void rename(String name);
  }

  private static final class Line implements Model {
    private double slope;
    private String name = "line";

    Line(double slope) {
      this.slope = slope;
    }

    @Override
    @Task(tags = "from=target", retries = 1)
    public double predict(double x) {
      RUNS.incrementAndGet();
      return slope * x;
    }

    @Override
    public List<Double> fit(List<Double> xs) throws IOException {
      RUNS.incrementAndGet();
      if (xs.isEmpty()) {
        throw new IOException("nothing to fit");
      }
      return xs.stream().map(x -> x * slope).toList();
    }

    @Override
    public <T> T same(T value) {
      RUNS.incrementAndGet();
      return value;
    }

    @Override
    public void rename(String to) {
      RUNS.incrementAndGet();
      name = to;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Line that && slope == that.slope && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return Double.hashCode(slope);
    }

    @Override
    public String toString() {
      return name + " " + slope;
    }
  }

  interface Converter<A, R> {
    R convert(A value);
  }

  static final class Length implements Converter<String, Integer> {
    @Override
    @Task(name = "length")
    public Integer convert(String value) {
      RUNS.incrementAndGet();
      return value.length();
    }
  }

  sealed interface Closed permits Only {
    int get();
  }

  record Only(int get) implements Closed {}

  interface Doubling extends Serializable {
    int apply(int x);
  }

  @Test
  void proxy_whenCalledTwice_runsOnce() {
    Model model = cashet.proxy(Model.class, new Line(2));
    assertThat(model.predict(3)).isEqualTo(6);
    assertThat(model.predict(3)).isEqualTo(6);
    assertThat(model.predict(4)).isEqualTo(8);
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void proxy_whenTheTargetsStateDiffers_runs() {
    Line line = new Line(2);
    Model model = cashet.proxy(Model.class, line);
    assertThat(model.predict(3)).isEqualTo(6);
    assertThat(cashet.proxy(Model.class, new Line(3)).predict(3)).isEqualTo(9);
    line.slope = 5;
    assertThat(model.predict(3)).isEqualTo(15);
    line.slope = 2;
    assertThat(model.predict(3)).isEqualTo(6);
    assertThat(RUNS).hasValue(3);
  }

  @Test
  void proxy_whenTheSameCallIsSubmitted_isHit() {
    Line line = new Line(2);
    cashet.proxy(Model.class, line).predict(3);
    assertThat(cashet.submit(() -> line.predict(3)).wasCached()).isTrue();
  }

  @Test
  void proxy_whenMethodsAreAnnotated_takesTheTargetsBeforeTheInterfaces() throws Exception {
    Model model =
        cashet.with(TaskOptions.defaults().tag("view", "yes")).proxy(Model.class, new Line(2));
    model.predict(3);
    model.fit(List.of(1.0));
    List<Commit> commits = cashet.log(LogQuery.newest(2));
    assertThat(commits.get(0).call().name().shortName()).isEqualTo("fit of a line");
    assertThat(commits.get(0).terms().tags().values())
        .containsEntry("from", "interface")
        .containsEntry("view", "yes");
    assertThat(commits.get(1).terms().tags().values()).containsEntry("from", "target");
    assertThat(commits.get(1).call().name().shortName()).isEqualTo("Line.predict");
  }

  @Test
  void proxy_whenTheMethodThrows_throwsTheSame() {
    Model model = cashet.proxy(Model.class, new Line(2));
    assertThatThrownBy(() -> model.fit(List.of()))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("nothing to fit");
    Converter<String, Integer> length = cashet.proxy(converter(), new Length());
    assertThatThrownBy(() -> length.convert(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void proxy_whenTheMethodIsDefaultOrGeneric_keepsItToo() {
    Model model = cashet.proxy(Model.class, new Line(2));
    assertThat(model.twice(3)).isEqualTo(12);
    assertThat(model.twice(3)).isEqualTo(12);
    assertThat(RUNS).hasValue(2);
    assertThat(model.<String>same("a")).isEqualTo("a");
    assertThat(model.<String>same("a")).isEqualTo("a");
    assertThat(RUNS).hasValue(3);
  }

  @Test
  void proxy_whenTheInterfaceIsGeneric_reachesTheMethodBehindTheBridge() {
    Converter<String, Integer> length = cashet.proxy(converter(), new Length());
    assertThat(length.convert("four")).isEqualTo(4);
    assertThat(length.convert("four")).isEqualTo(4);
    assertThat(RUNS).hasValue(1);
    assertThat(cashet.log(LogQuery.newest(1)).get(0).call().name().shortName()).isEqualTo("length");
  }

  @Test
  void proxy_whenAMethodReturnsNothing_callsTheTargetEachTime() {
    Line line = new Line(2);
    Model model = cashet.proxy(Model.class, line);
    model.rename("a");
    model.rename("a");
    assertThat(RUNS).hasValue(2);
    assertThat(model).hasToString("a 2.0");
  }

  @Test
  void equals_whenTargetsAreEqual_holds() {
    Model one = cashet.proxy(Model.class, new Line(2));
    Model two = cashet.proxy(Model.class, new Line(2));
    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
    assertThat(one).isNotEqualTo(cashet.proxy(Model.class, new Line(3)));
    assertThat(one.equals(null)).isFalse();
    assertThat(one.equals(new Line(2))).isFalse();
    assertThat(RUNS).hasValue(0);
  }

  @Test
  void proxy_whenTheTargetIsALambda_isThatFunction() {
    int by = 3;
    Doubling doubling = cashet.proxy(Doubling.class, x -> {
      RUNS.incrementAndGet();
      return by * x;
    });
    assertThat(doubling.apply(2)).isEqualTo(6);
    assertThat(doubling.apply(2)).isEqualTo(6);
    assertThat(RUNS).hasValue(1);
    IntUnaryOperator plain = cashet.proxy(IntUnaryOperator.class, x -> x + by);
    assertThatThrownBy(() -> plain.applyAsInt(1)).hasMessageContaining("Serializable");
  }

  @Test
  void proxy_whenTheInterfaceCannotBeServed_isRefused() {
    assertThatThrownBy(() -> cashet.proxy(Line.class, new Line(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no interface");
    assertThatThrownBy(() -> cashet.proxy(Closed.class, new Only(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sealed");
  }

  // The class of a generic interface is that of all its uses.
  @SuppressWarnings("unchecked")
  private static Class<Converter<String, Integer>> converter() {
    return (Class<Converter<String, Integer>>) (Class<?>) Converter.class;
  }
}
