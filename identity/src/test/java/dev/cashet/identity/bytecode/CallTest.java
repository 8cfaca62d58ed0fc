package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Fn0;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import dev.cashet.model.Invocation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lambdas that are one call, and those that are more. */
@SuppressWarnings({"unused", "RedundantCast"})
class CallTest {
  private static final int K = 5;
  private static int field = 3;
  private final int own = Integer.parseInt("9");

  enum Color {
    RED,
    GREEN(7),
    BLUE {
      @Override
      int weight() {
        return 3;
      }
    };
    private final int weight;

    Color() {
      this(1);
    }

    Color(int weight) {
      this.weight = weight;
    }

    int weight() {
      return weight;
    }
  }

  enum Noisy {
    ONE;

    static {
      field++;
    }
  }

  record Pair(int left, int right) {
    int sum() {
      return left + right;
    }
  }

  interface Ref<T> {}

  static double train(double[] data, double rate) {
    return data[0] * rate;
  }

  static double wide(long number) {
    return number;
  }

  static int sum(int... numbers) {
    return numbers.length;
  }

  static Object any(Object value) {
    return value;
  }

  static char letter(char letter) {
    return letter;
  }

  static <T> T same(T value) {
    return value;
  }

  static double apply(Function<Double, Double> function, double value) {
    return function.apply(value);
  }

  int mine(int number) {
    return number + own;
  }

  private int hidden(int number) {
    return number - own;
  }

  static Stream<Arguments> calls() {
    double[] data = {1.5};
    int k = 4;
    char c = 'c';
    Pair pair = new Pair(1, 2);
    Object text = "text";
    CallTest self = new CallTest();
    return Stream.of(
        call(() -> train(data, 0.001), "CallTest.train", data, 0.001),
        call(
            () -> {
              return train(data, 1 / 4.0);
            },
            "CallTest.train",
            data,
            0.25),
        call(
            () -> {
              double rate = 2;
              return train(data, rate);
            },
            "CallTest.train",
            data,
            2.0),
        call(() -> train(data, k), "CallTest.train", data, 4.0),
        call(() -> wide(K), "CallTest.wide", 5L),
        call(() -> sum(1, k, 3), "CallTest.sum", new int[] {1, 4, 3}),
        call(() -> sum(), "CallTest.sum", new int[] {}),
        call(() -> any(c), "CallTest.any", 'c'),
        call(() -> any((byte) 3), "CallTest.any", (byte) 3),
        call(() -> any(true), "CallTest.any", true),
        call(() -> any(null), "CallTest.any", (Object) null),
        call(() -> any(String.class), "CallTest.any", String.class),
        call(() -> any(int.class), "CallTest.any", int.class),
        call(() -> any(Color.RED), "CallTest.any", Color.RED),
        call(() -> any(Color.BLUE), "CallTest.any", Color.BLUE),
        call(() -> any((Object) (String) text), "CallTest.any", "text"),
        call(() -> letter(c), "CallTest.letter", 'c'),
        call(() -> same("x"), "CallTest.same", "x"),
        call(() -> self.mine(k), "CallTest.mine", self, 4),
        call(() -> self.hidden(3), "CallTest.hidden", self, 3),
        call(() -> pair.sum(), "Pair.sum", pair),
        call(pair::sum, "Pair.sum", pair),
        call(() -> new Pair(1, k), "Pair.new", 1, 4),
        call(() -> Math.max(k, 3), "Math.max", 4, 3),
        call(() -> any(self.own), "CallTest.any", 9));
  }

  static Stream<Fn0<?>> more() {
    int k = 4;
    char c = 'c';
    Object number = 3;
    Integer none = null;
    return Stream.of(
        () -> any(field),
        () -> any(Noisy.ONE),
        () -> wide(k * 2),
        () -> wide(wide(3) > 2 ? 1 : 2),
        () -> any(any(1)),
        () -> (long) sum(k),
        () -> (int) letter(c),
        () -> sum(k) + 1,
        () -> {
          sum(k);
          return sum(k);
        },
        () -> any("a" + k),
        () -> k,
        () -> any((String) number),
        () -> wide(none));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void resolve_whenLambdaIsOneCall_isTheCall(Fn0<?> function, String name, List<Object> values) {
    Target target = resolve(function);
    assertThat(target.name().shortName()).isEqualTo(name);
    assertThat(target.arguments())
        .extracting(Target.Parameter::value)
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(values);
  }

  @ParameterizedTest
  @MethodSource("more")
  void resolve_whenLambdaIsMore_isTheLambda(Fn0<?> function) {
    assertThat(resolve(function).name().shortName()).isEqualTo("CallTest.more/λ");
  }

  @Test
  void resolve_whenEnumInitialiserDoesMore_doesNotRunIt() {
    int before = field;
    resolve(() -> any(Noisy.ONE));
    assertThat(field).isEqualTo(before);
  }

  @Test
  void resolve_whenLambdaIsAnArgument_isAFunctionOfItsOwn() {
    double step = 0.5;
    Target target = resolve(() -> apply(x -> x + step, 2));
    assertThat(target.name().shortName()).isEqualTo("CallTest.apply");
    Object inner = target.arguments().get(0).value();
    BytecodeIdentity identity = new BytecodeIdentity();
    assertThat(identity.isFunction(inner)).isTrue();
    Target function = identity.resolve(new Invocation(inner, List.of(), () -> 0));
    assertThat(function.arguments()).extracting(Target.Parameter::value).containsExactly(0.5);
    assertThat(function.name().shortName()).contains("/λ");
  }

  @Test
  void resolve_whenCall_knowsParametersAndMethod() throws Exception {
    double[] data = {1};
    Target target = resolve(() -> train(data, 3));
    assertThat(target.arguments())
        .extracting(Target.Parameter::name)
        .containsExactly("data", "rate");
    assertThat(target.element().orElseThrow())
        .isEqualTo(CallTest.class.getDeclaredMethod("train", double[].class, double.class));
  }

  @Test
  void identify_whenLambdaOrReference_isTheSame() {
    Pair pair = new Pair(1, 2);
    assertThat(digest(() -> pair.sum())).isEqualTo(digest(pair::sum));
  }

  private static Digest digest(Fn0<?> function) {
    return new BytecodeIdentity()
        .identify(resolve(function), List.of(), List.of())
        .digest();
  }

  private static Target resolve(Fn0<?> function) {
    return new BytecodeIdentity().resolve(new Invocation(function, List.of(), function::call));
  }

  private static Arguments call(Fn0<?> function, String name, Object... values) {
    return Arguments.of(function, name, java.util.Arrays.asList(values));
  }
}
