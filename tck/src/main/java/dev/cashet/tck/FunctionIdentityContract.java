package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Fn0;
import dev.cashet.Fn1;
import dev.cashet.Fn2;
import dev.cashet.canonical.UnhashableException;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import dev.cashet.model.Invocation;
import dev.cashet.tck.SampleFunctions.Constant;
import dev.cashet.tck.SampleFunctions.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FunctionIdentity} keeps to. */
public abstract class FunctionIdentityContract {
  private FunctionIdentity identity;

  /** For implementations. */
  protected FunctionIdentityContract() {}

  /** A function identity that has seen nothing yet. */
  protected abstract FunctionIdentity open();

  @BeforeEach
  void start() {
    identity = open();
  }

  @Test
  void identify_whenTheSameSiteTwice_isTheSameFunction() {
    Target first = resolve(SampleFunctions.doubled(1));
    Target second = resolve(SampleFunctions.doubled(2));

    assertThat(digest(second)).isEqualTo(digest(first));
    assertThat(second.name()).isEqualTo(first.name());
    assertThat(values(first)).containsExactly(1);
    assertThat(values(second)).containsExactly(2);
  }

  @Test
  void identify_whenBodiesDiffer_isAnotherFunction() {
    List<Digest> digests = List.of(
        digest(resolve(SampleFunctions.doubled(1))),
        digest(resolve(SampleFunctions.tripled(1))),
        digest(resolve(SampleFunctions.viaSquare(1))),
        digest(resolve(SampleFunctions.viaCube(1))),
        digest(resolve((Fn1<Integer, Integer>) SampleFunctions::square, 1)),
        digest(resolve((Fn1<Integer, Integer>) SampleFunctions::cube, 1)));

    assertThat(digests).doesNotHaveDuplicates();
  }

  @Test
  void identify_whenAskedAnew_isTheSame() {
    Target target = resolve(SampleFunctions.viaSquare(1));
    FunctionIdentity other = open();
    Fn0<Integer> again = SampleFunctions.viaSquare(1);
    Target there = other.resolve(new Invocation(again, List.of(), again::call));

    assertThat(digest(target)).isEqualTo(digest(target));
    assertThat(other.identify(there, List.of(), List.of()).digest()).isEqualTo(digest(target));
  }

  @Test
  void identify_fromManyThreads_isTheSame() throws Exception {
    List<Digest> digests = Race.of(thread -> digest(resolve(SampleFunctions.viaCube(thread))));

    assertThat(digests).containsOnly(digests.get(0)).hasSize(Race.THREADS);
  }

  @Test
  void resolve_whenALambdaCaptures_makesTheValuesArguments() {
    assertThat(values(resolve(SampleFunctions.joined(3, "x", List.of(1)))))
        .containsExactly(3, "x", List.of(1));
    Fn0<String> withNull = SampleFunctions.joined(3, "x", nothing());
    assertThat(values(resolve(withNull))).isEqualTo(Arrays.asList(3, "x", null));
  }

  @Test
  void resolve_whenALambdaCapturesAndIsApplied_putsCapturesFirst() {
    String captured = "captured";
    Fn1<Integer, String> function = number -> captured + number + captured;

    assertThat(values(resolve(function, 5))).containsExactly("captured", 5);
  }

  @Test
  void resolve_whenALambdaIsOneCall_isThatCall() {
    int number = 5;
    Target lambda = resolve(() -> SampleFunctions.square(number));
    Target reference = resolve((Fn1<Integer, Integer>) SampleFunctions::square, number);

    assertSameCall(lambda, reference);
    assertThat(lambda.name().shortName()).isEqualTo("SampleFunctions.square");
    assertThat(lambda.name().qualifiedName()).isEqualTo("dev.cashet.tck.SampleFunctions.square");
    assertThat(values(lambda)).containsExactly(5);
  }

  @Test
  void resolve_whenACallHasConstants_makesThemArguments() {
    double number = 2;
    Target lambda = resolve(() -> SampleFunctions.scale(number, 0.5));
    Fn2<Double, Double, Double> scale = SampleFunctions::scale;
    Target reference =
        identity.resolve(new Invocation(scale, List.of(2.0, 0.5), () -> scale.call(2.0, 0.5)));

    assertSameCall(lambda, reference);
    assertThat(values(lambda)).containsExactly(2.0, 0.5);
  }

  @Test
  void resolve_whenALambdaIsMoreThanACall_isNamedAfterItsMethod() {
    Target target = resolve(SampleFunctions.doubled(1));

    assertThat(target.name().shortName()).isEqualTo("SampleFunctions.doubled/λ");
    assertThat(target.name().qualifiedName()).isEqualTo("dev.cashet.tck.SampleFunctions.doubled/λ");
  }

  @Test
  void resolve_whenAReceiverIsBound_makesItTheFirstArgument() {
    Shape shape = new Shape(2, 3);
    Target bound = resolve(shape::area);
    Target lambda = resolve(() -> shape.area());
    Target unbound = resolve((Fn1<Shape, Double>) Shape::area, shape);

    assertThat(values(bound)).containsExactly(shape);
    assertThat(bound.name().shortName()).endsWith("Shape.area");
    assertSameCall(lambda, bound);
    assertSameCall(unbound, bound);
    assertThat(values(resolve((Fn1<Double, Double>) shape::grown, 1.5)))
        .containsExactly(shape, 1.5);
  }

  @Test
  void resolve_whenAConstructor_isTheSameAsALambdaThatCallsIt() {
    Target lambda = resolve(() -> new Constant(4));
    Target reference = resolve((Fn1<Integer, Constant>) Constant::new, 4);

    assertSameCall(lambda, reference);
  }

  @Test
  void resolve_whenAClassImplementsTheFunction_isIdentifiedByItsCode() {
    Fn0<Integer> anonymous = new Fn0<>() {
      private static final long serialVersionUID = 1L;

      @Override
      public Integer call() {
        return 99;
      }
    };

    assertThat(digest(resolve(new Constant(1)))).isEqualTo(digest(resolve(new Constant(2))));
    assertThat(digest(resolve(anonymous))).isNotEqualTo(digest(resolve(new Constant(1))));
  }

  @Test
  void resolve_whenTheFunctionIsNotSerializable_refusesWithAWayOut() {
    int captured = 1;
    Callable<Integer> elsewhere = () -> captured + 1;
    Supplier<Integer> reference = String.valueOf(captured)::length;

    for (Object function : List.of(elsewhere, reference)) {
      assertThatThrownBy(() -> identity.resolve(new Invocation(function, List.of(), elsewhere)))
          .isInstanceOf(UnhashableException.class)
          .hasMessageContaining("erializable");
    }
  }

  @Test
  void resolveAndIdentify_always_runNothing() {
    SampleFunctions.touched = false;

    for (Fn0<Integer> function : List.<Fn0<Integer>>of(
        () -> SampleFunctions.touch(1),
        () -> SampleFunctions.Untouched.answer(1),
        () -> SampleFunctions.touch(1) + SampleFunctions.Untouched.answer(2))) {
      Target target = resolve(function);
      FunctionKey key =
          identity.identify(target, List.of(), List.of(SampleFunctions.Untouched.class));
      key.record();
      key.findings();
    }

    assertThat(SampleFunctions.touched).isFalse();
  }

  @Test
  void resolve_whenTheMethodIsAnnotated_showsTheAnnotation() {
    Target lambda = resolve(() -> SampleFunctions.square(1));
    Target reference = resolve((Fn1<Integer, Integer>) SampleFunctions::square, 1);

    for (Target target : List.of(lambda, reference)) {
      assertThat(target.element())
          .hasValueSatisfying(element -> assertThat(
                  element.getAnnotation(SampleFunctions.Mark.class).value())
              .isEqualTo(7));
    }
  }

  @Test
  void identify_always_tellsWhatItIsMadeOf() {
    Target target = resolve(SampleFunctions.viaSquare(1));

    FunctionKey key = identity.identify(target, List.of(), List.of());

    assertThat(key.record().digest()).isEqualTo(key.digest());
    assertThat(key.record().name()).isEqualTo(target.name());
    assertThat(key.record().findings()).isEqualTo(key.findings());
    assertThat(key.isUserClass(SampleFunctions.class.getName())).isTrue();
    assertThat(key.isUserClass("java.lang.String")).isFalse();
    assertThat(target.loader()).isSameAs(SampleFunctions.class.getClassLoader());
  }

  @Test
  void isFunction_whenLambdaOrReference_isTrue() {
    Fn1<Integer, Integer> reference = SampleFunctions::square;

    assertThat(identity.isFunction(SampleFunctions.doubled(1))).isTrue();
    assertThat(identity.isFunction(reference)).isTrue();
    for (Object plain : List.of("text", 1, List.of(), new Shape(1, 2), new int[0])) {
      assertThat(identity.isFunction(plain)).as("%s", plain).isFalse();
    }
  }

  private void assertSameCall(Target one, Target other) {
    assertThat(digest(one)).isEqualTo(digest(other));
    assertThat(one.name()).isEqualTo(other.name());
    assertThat(one.arguments()).isEqualTo(other.arguments());
  }

  private Target resolve(Fn0<?> function) {
    return identity.resolve(new Invocation(function, List.of(), function::call));
  }

  private <A> Target resolve(Fn1<A, ?> function, A argument) {
    return identity.resolve(
        new Invocation(function, List.of(argument), () -> function.call(argument)));
  }

  private Digest digest(Target target) {
    return identity.identify(target, List.of(), List.of()).digest();
  }

  private static List<@Nullable Object> values(Target target) {
    return target.arguments().stream()
        .<@Nullable Object>map(Target.Parameter::value)
        .toList();
  }

  @SuppressWarnings("NullAway") // the point of the test
  private static Object nothing() {
    return null;
  }
}
