import dev.cashet.Batch;
import dev.cashet.BatchResult;
import dev.cashet.Cashet;
import dev.cashet.Fn0;
import dev.cashet.Fn1;
import dev.cashet.Fn2;
import dev.cashet.Fn3;
import dev.cashet.ResultRef;
import dev.cashet.Submitter;
import dev.cashet.TaskOptions;
import dev.cashet.TaskOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calls as users write them. Each line marked with a number compiles as it stands. */
class Compile {
  interface Shape {
    double area();

    default double twice() {
      return 2 * area();
    }

    static Shape unit() {
      return () -> 1;
    }
  }

  record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }

    Square scaled(double by) {
      return new Square(side * by);
    }
  }

  enum Level { LOW, HIGH }

  static class Box<T extends Comparable<T>> {
    private final T value;

    Box(T value) {
      this.value = value;
    }

    T value() {
      return value;
    }

    T larger(T other) {
      return value.compareTo(other) > 0 ? value : other;
    }

    static <T extends Comparable<T>> Box<T> of(T value) {
      return new Box<>(value);
    }
  }

  static int none() { return 0; }

  static int square(int x) { return x * x; }

  static long widen(long x) { return x; }

  static double mean(double[] xs) { return Arrays.stream(xs).average().orElse(0); }

  static int checked(String s) throws IOException { throw new IOException(s); }

  static String overloaded(int x) { return "int"; }

  static String overloaded(String x) { return "text"; }

  static String overloaded(int x, int y) { return "two"; }

  static String overloadedByCount(int x) { return "one"; }

  static String overloadedByCount(int x, String y) { return "two"; }

  static int sum(int... xs) { return Arrays.stream(xs).sum(); }

  static String join(String head, Object... rest) { return head + rest.length; }

  static <T> List<T> pair(T a, T b) { return List.of(a, b); }

  static <K, V> Map<K, V> single(K key, V value) { return Map.of(key, value); }

  static <T extends Comparable<T>> T max(List<T> values) { return values.get(0); }

  static double total(List<? extends Number> values) { return values.size(); }

  static List<Double> load(String path) { return List.of(); }

  static List<Double> normalize(List<Double> values) { return values; }

  static Square train(List<Double> values, double rate) { return new Square(rate); }

  static boolean all(boolean a, boolean b, boolean c) { return a && b && c; }

  static char pick(String s, int at) { return s.charAt(at); }

  static int four(int a, long b, double c, char d) { return a; }

  static int five(int a, long b, double c, char d, byte e) { return a; }

  static int six(int a, long b, double c, char d, byte e, String f) { return a; }

  static <T> T made(Supplier<T> supplier) { return supplier.get(); }

  int instance(int x) { return x; }

  void forms(Cashet cashet, Submitter view, Batch batch, Box<String> box) throws Exception {
    int local = 3;
    List<Integer> ints = List.of(1, 2);
    Shape shape = new Square(2);
    ResultRef<Integer> f1 = cashet.submit(() -> none());
    ResultRef<Integer> f2 = cashet.submit(Compile::none);
    ResultRef<Integer> f3 = cashet.submit(() -> square(local));
    ResultRef<Integer> f4 = cashet.submit(Compile::square, 3);
    ResultRef<Long> f5 = cashet.submit(Compile::widen, 3L);
    ResultRef<Double> f6 = cashet.submit(Compile::mean, new double[] {1, 2});
    ResultRef<Integer> f7 = cashet.submit(Compile::checked, "x");
    ResultRef<Integer> f8 = cashet.submit(() -> checked("x"));
    ResultRef<String> f9 = cashet.submit(() -> overloaded(1));
    ResultRef<String> f10 = cashet.submit(() -> overloaded("1"));
    ResultRef<String> f11 = cashet.submit((Integer x) -> overloaded(x), 1);
    ResultRef<String> f12 = cashet.submit(Compile::overloadedByCount, 1);
    ResultRef<String> f13 = cashet.submit(Compile::overloadedByCount, 1, "y");
    ResultRef<Integer> f14 = cashet.submit(() -> sum(1, 2, 3));
    ResultRef<Integer> f15 = cashet.submit(() -> sum());
    ResultRef<Integer> f16 = cashet.submit((a, b) -> sum(a, b), 1, 2);
    ResultRef<String> f17 = cashet.submit(() -> join("a", 1, "b"));
    ResultRef<List<String>> f18 = cashet.submit(Compile::pair, "a", "b");
    ResultRef<List<String>> f19 = cashet.submit(() -> pair("a", "b"));
    ResultRef<Map<String, Integer>> f20 = cashet.submit(Compile::single, "a", 1);
    ResultRef<Integer> f21 = cashet.submit(Compile::max, ints);
    ResultRef<Double> f22 = cashet.submit(Compile::total, ints);
    ResultRef<List<Double>> f23 = cashet.submit(() -> load("p"));
    ResultRef<List<Double>> f24 = cashet.submit(() -> normalize(f23.load()));
    ResultRef<Square> f25 = cashet.submit(() -> train(f24.load(), 0.001));
    ResultRef<Square> f26 = cashet.submit(Compile::train, List.of(1.0), 0.1);
    ResultRef<Boolean> f27 = cashet.submit(Compile::all, true, false, true);
    ResultRef<Character> f28 = cashet.submit(Compile::pick, "abc", 1);
    ResultRef<Integer> f29 = cashet.submit(Compile::four, 1, 2L, 3.0, 'd');
    ResultRef<Integer> f30 = cashet.submit(Compile::five, 1, 2L, 3.0, 'd', (byte) 5);
    ResultRef<Integer> f31 = cashet.submit(Compile::six, 1, 2L, 3.0, 'd', (byte) 5, "f");
    ResultRef<Double> f32 = cashet.submit(shape::area);
    ResultRef<Double> f33 = cashet.submit(Shape::area, shape);
    ResultRef<Double> f34 = cashet.submit(Shape::twice, shape);
    ResultRef<Shape> f35 = cashet.submit(Shape::unit);
    ResultRef<Square> f36 = cashet.submit(Square::new, 2.0);
    ResultRef<Square> f37 = cashet.submit(() -> new Square(2));
    ResultRef<Square> f38 = cashet.submit(Square::scaled, new Square(2), 3.0);
    ResultRef<ArrayList<Integer>> f39 = cashet.submit(() -> new ArrayList<>(ints));
    ResultRef<Box<String>> f40 = cashet.submit(Box::of, "a");
    ResultRef<Box<Integer>> f41 = cashet.submit(() -> new Box<>(1));
    ResultRef<String> f42 = cashet.submit(Box::value, box);
    ResultRef<String> f43 = cashet.submit(box::larger, "z");
    ResultRef<Integer> f44 = cashet.submit(this::instance, 4);
    ResultRef<Integer> f45 = cashet.submit(String::length, "abc");
    ResultRef<String> f46 = cashet.submit(String::trim, " a ");
    ResultRef<Integer> f47 = cashet.submit(Integer::sum, 1, 2);
    ResultRef<BigDecimal> f48 = cashet.submit(BigDecimal::add, BigDecimal.ONE, BigDecimal.TEN);
    ResultRef<int[]> f49 = cashet.submit(() -> new int[] {1});
    ResultRef<int[]> f50 = cashet.submit(int[]::new, 3);
    ResultRef<Level> f51 = cashet.submit(Level::valueOf, "LOW");
    ResultRef<Level[]> f52 = cashet.submit(Level::values);
    ResultRef<Object> f53 = cashet.submit(() -> null);
    ResultRef<String> f54 = cashet.submit(x -> x == null ? "none" : "some", (Object) null);
    ResultRef<Integer> f55 = cashet.submit(() -> {
      int sum = 0;
      for (int i : ints) {
        sum += i;
      }
      return sum;
    });
    var f56 = cashet.submit(() -> switch (local) {
      case 1 -> "one";
      default -> "many";
    });
    String s56 = f56.load();
    ResultRef<? extends Number> f57 = cashet.submit(() -> local > 2 ? 1 : 2);
    ResultRef<Set<Integer>> f58 = cashet.submit(() -> Set.of(1));
    ResultRef<String> f59 = cashet.submit(new Fn0<String>() {
      @Override
      public String call() {
        return "anonymous";
      }
    });
    Fn1<Integer, Integer> named = Compile::square;
    ResultRef<Integer> f60 = cashet.submit(named, 3);
    ResultRef<Integer> f61 = cashet.submit(() -> Compile.<Integer>made(() -> 4));
    ResultRef<Integer> f62 = view.with(TaskOptions.defaults().retries(1)).submit(Compile::square, 3);
    boolean f63 = cashet.isCached(Compile::square, 3);
    boolean f64 = cashet.isCached(() -> square(3));
    Object f65 = cashet.why(Compile::square, 3);
    CompletableFuture<ResultRef<Integer>> f66 = cashet.submitAsync(Compile::square, 3);
    CompletableFuture<Integer> f67 = cashet.submitAsync(() -> square(3)).thenApply(ResultRef::load);
    CompletableFuture<ResultRef<Integer>> f68 =
        f66.thenCompose(ref -> cashet.submitAsync(Compile::square, ref.load()));
    List<ResultRef<Integer>> f69 = cashet.map(Compile::square, ints);
    List<ResultRef<Integer>> f70 = cashet.map(Integer::sum, ints, 5);
    List<ResultRef<Integer>> f71 = cashet.map(x -> x + 1, List.of(1, 2));
    List<ResultRef<Double>> f72 = cashet.map(Shape::area, List.of(new Square(1)));
    Stream<ResultRef<Integer>> f73 = cashet.mapStream(Compile::square, ints);
    List<TaskOutcome<Integer>> f74 = cashet.mapOutcomes(Compile::square, ints).toList();
    ResultRef<Integer> f75 = batch.add(() -> square(3));
    ResultRef<Integer> f76 = batch.add("named", () -> square(f75.load()));
    ResultRef<Integer> f77 = batch.add(Compile::square, 3);
    ResultRef<Square> f78 = batch.add(Compile::train, List.of(1.0), 0.1);
    ResultRef<Integer> f79 = batch.ref("named");
    BatchResult f80 = batch.run(2);
    Fn1<Integer, Integer> f81 = cashet.memoize(Compile::square);
    Fn2<Integer, Integer, Integer> f82 = cashet.memoize(Integer::sum);
    Fn0<Integer> f83 = cashet.memoize(() -> 4);
    Fn3<Boolean, Boolean, Boolean, Boolean> f84 = cashet.memoize(Compile::all);
    Shape f85 = cashet.proxy(Shape.class, new Square(2));
    int f86 = cashet.submit(() -> square(3)).load();
    double f87 = cashet.submit(Compile::mean, new double[0]).load() + 1;
    for (double each : cashet.submit(() -> load("p")).load()) {
      double f88 = each;
    }
  }
}
