package dev.cashet.identity.bytecode;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small program with most shapes of code, to be edited. */
final class Sample {
  static final String MAIN = """
      package app;
      import java.util.*;
      import java.util.function.*;
      public class Main {
        static final int SCALE = 3;
        static final double[] WEIGHTS = {0.5, 0.25};
        private static int calls;
        static dev.cashet.Fn0<?> function() { return Main::run; }
        static double run() {
          double sum = 0;
          int[] data = {1, 2, 3};
          String title = "some";
          for (int i = 0; i < data.length; i++) {
            if (data[i] > 1) sum += helper(data[i]) * SCALE; else sum -= WEIGHTS[0];
          }
          List<Figure> figures = List.of(new Ring(2), new Box(3));
          for (Figure each : figures) sum += each.area() + each.twice();
          List<Integer> sorted = new ArrayList<>(List.of(3, 1, 2));
          sorted.sort((a, b) -> b - a);
          sum += sorted.get(0) + sorted.stream().mapToInt(x -> x * 2).sum();
          IntSupplier inner = new IntSupplier() {
            public int getAsInt() { return title.length() + data.length; }
          };
          class Local { int n = 4; int get() { return n + data.length; } }
          sum += inner.getAsInt() + new Local().get() + value(Kind.FAST) + named("b");
          sum += Registry.SIZES.get(0) + new Spot(1, 2).toString().length();
          sum += even(data.length) ? 1 : 0;
          sum += c0(5);
          try { sum += Integer.parseInt("12"); } catch (NumberFormatException e) { sum = -1; }
          final int unused = 7;
          return sum;
        }
        private static double helper(int x) { return deep(x) + 1; }
        static double deep(int x) { IntUnaryOperator f = y -> y * 3; return f.applyAsInt(x) * 0.5; }
        static int unrelated(int z) { return z + 42; }
        static int value(Kind kind) {
          switch (kind) { case FAST: return 10; case SLOW: return 20; default: return 0; }
        }
        static int named(String s) { switch (s) { case "a": return 1; case "b": return 2; default: return 3; } }
        static boolean even(int n) { return n == 0 || odd(n - 1); }
        static boolean odd(int n) { return n != 0 && even(n - 1); }
        static int c0(int n) { return n < 0 ? 0 : c1(n - 1) + 1; }
        static int c1(int n) { return n < 0 ? 0 : c2(n - 1) + 1; }
        static int c2(int n) { return n < 0 ? 0 : c3(n - 1) + 1; }
        static int c3(int n) { return n < 0 ? 0 : c4(n - 1) + 1; }
        static int c4(int n) { return n < 0 ? 0 : c5(n - 1) + 14; }
        static int c5(int n) { return n < 0 ? 0 : c6(n - 1) + 15; }
        static int c6(int n) { return n < 0 ? 0 : c0(n - 1) + 16; }
      }
      """;

  static final String OTHER = """
      package app;
      import java.util.*;
      interface Figure { double area(); default double twice() { return area() * 2; } }
      class Ring implements Figure {
        private final double r;
        Ring(double r) { this.r = r; }
        public double area() { return 3.14 * r * r; }
      }
      class Box implements Figure {
        private final double a;
        Box(double a) { this.a = a; }
        public double area() { return a * a; }
      }
      enum Kind { FAST { int step() { return 2; } }, SLOW, NONE; int step() { return 1; } }
      record Spot(int x, int y) {}
      class Registry {
        static final List<Integer> SIZES = List.of(7, 8);
        static final Map<String, String> NAMES = new HashMap<>();
      }
      class Apart { static int f() { return 1; } }
      """;

  private Sample() {}

  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Main.java", MAIN);
    files.put("Other.java", OTHER);
    return files;
  }

  /** The program with texts replaced, pairwise, in whichever file has them. */
  static Map<String, String> edited(String... pairs) {
    Map<String, String> files = files();
    for (int i = 0; i < pairs.length; i += 2) {
      String from = pairs[i];
      String to = pairs[i + 1];
      if (files.values().stream().noneMatch(each -> each.contains(from))) {
        throw new IllegalArgumentException("no " + from);
      }
      files.replaceAll((name, text) -> text.replace(from, to));
    }
    return files;
  }
}
