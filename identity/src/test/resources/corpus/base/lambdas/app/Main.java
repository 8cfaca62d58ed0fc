package app;

import dev.cashet.Fn0;
import dev.cashet.identity.corpus.Case;
import dev.cashet.identity.corpus.Fn1;
import java.io.Serializable;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Functions as values. */
public class Main {
  static final Comparator<String> ORDER = (a, b) -> a.length() - b.length();
  static final Function<Integer, Integer> COMPOSED = ((Function<Integer, Integer>) x -> x + 1).andThen(x -> x * 2);

  public static Object nested() {
    Supplier<Supplier<Integer>> outer = () -> () -> 3;
    return outer.get().get();
  }

  public static Object capturingLambda() {
    IntUnaryOperator inner = x -> x + 1;
    IntUnaryOperator outer = x -> inner.applyAsInt(x) * 10;
    return outer.applyAsInt(4);
  }

  public static Object capturedOrder() {
    int a = 1;
    int b = 20;
    IntSupplier s = () -> a - b;
    return s.getAsInt();
  }

  public static Object twoOnOneLine() {
    IntUnaryOperator f = x -> x + 1, g = x -> x * 5;
    return f.applyAsInt(7) - g.applyAsInt(7);
  }

  public static Object staticReference() {
    IntUnaryOperator f = Main::plus;
    return f.applyAsInt(3);
  }

  public static Object boundReference() {
    Adder add = new Adder(10);
    IntUnaryOperator f = add::add;
    return f.applyAsInt(3);
  }

  public static Object unboundReference() {
    Function<Adder, Integer> f = Adder::amount;
    return f.apply(new Adder(6));
  }

  public static Object constructorReference() {
    Function<Integer, Adder> f = Adder::new;
    return f.apply(2).amount();
  }

  public static Object arrayReference() {
    IntFunction<int[]> f = int[]::new;
    return f.apply(3).length;
  }

  public static Object superReference() {
    return new Louder(1).viaSuper(5);
  }

  public static Object interfaceReference() {
    Function<Tone, String> f = Tone::sound;
    return f.apply(new Bell()) + f.apply(() -> "lambda");
  }

  public static Object staticComparator() {
    return Stream.of("ccc", "a", "bb").sorted(ORDER).collect(Collectors.toList());
  }

  public static Object composed() {
    return COMPOSED.apply(4);
  }

  public static Object returned() {
    return multiplier(3).applyAsInt(5);
  }

  public static Object recursive() {
    return new Recursion().factorial.applyAsInt(5);
  }

  public static Object conditionalLambda() {
    BooleanSupplier yes = () -> true;
    BooleanSupplier no = () -> false;
    return (yes.getAsBoolean() ? no : yes).getAsBoolean() + "" + yes.getAsBoolean();
  }

  public static Object collected() {
    return Stream.of("x", "yy", "zz")
        .collect(Collectors.groupingBy(s -> s.length(), TreeMap::new, Collectors.joining("+")));
  }

  public static Object lambdaInAnonymous() {
    return new Object() {
      int go() {
        IntSupplier s = () -> 5 + helper();
        return s.getAsInt();
      }

      int helper() {
        return 2;
      }
    }.go();
  }

  public static Fn0<Object> capturedNumbers() {
    int a = 2;
    int b = 3;
    return () -> a * 10 + b;
  }

  public static Fn0<Object> capturedFunction() {
    Function<Integer, Integer> f = (Function<Integer, Integer> & Serializable) x -> x + 40;
    return () -> f.apply(2);
  }

  public static Fn0<Object> capturedReference() {
    Fn1<Integer, Integer> f = Main::plus;
    return () -> f.call(2) + 1;
  }

  public static Fn0<Object> boundToReceiver() {
    return new Adder(7)::asObject;
  }

  public static Fn0<Object> anonymousWithCapture() {
    int k = 4;
    return new Fn0<>() {
      public Object call() {
        return k + plus(1);
      }
    };
  }

  public static Fn0<Object> namedObject() {
    return new Named(3);
  }

  public static Case constructorAsTask() {
    return Case.of((Fn1<Integer, Object>) Adder::new, 5);
  }

  public static Case unboundAsTask() {
    return Case.of((Fn1<Adder, Object>) Adder::asObject, new Adder(8));
  }

  public static Case varargsAsTask() {
    return Case.of((Fn1<Integer, Object>) Main::sumOf, 9);
  }

  public static Case bridgedAsTask() {
    return Case.of((Fn1<Louder, Object>) Louder::self, new Louder(3));
  }

  static int plus(int x) {
    return x + 100;
  }

  static Object sumOf(Integer... xs) {
    int s = 0;
    for (int x : xs) {
      s += x;
    }
    return s;
  }

  static IntUnaryOperator multiplier(int by) {
    return x -> x * by;
  }
}
