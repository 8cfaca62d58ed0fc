package app;

import java.util.*;
import java.util.function.*;

/** A bit of everything. */
public class Main {
  static final double RATE = 2.0;
  static final double[] WEIGHTS = {0.5, 0.25};
  static final int[] DATA = {1, 2, 3};

  public static void main(String[] args) {
    System.out.println(total() + " of " + args.length);
  }

  public static Object total() {
    double sum = 0;
    for (int i = 0; i < DATA.length; i++) {
      if (DATA[i] > 1) {
        sum += helper(DATA[i]) * 0.5;
      } else {
        sum -= 0.125;
      }
    }
    return sum;
  }

  public static Object shapes() {
    Shape s = DATA.length > 2 ? new Circle(1.5) : new Square(9);
    Shape t = new Square(2);
    return s.area() + "," + s.twice() + "," + t.area() + "," + t.twice();
  }

  public static Object constants() {
    return RATE * WEIGHTS[0] + Limits.MAX + Limits.TABLE.get(0);
  }

  public static Object operations() {
    Op op = DATA.length % 2 == 0 ? Op.ADD : Op.MUL;
    return op.apply(3, 5) + "," + Op.ADD.apply(1, 2) + "," + op.ordinal();
  }

  public static Object switches() {
    return List.of(byOp(Op.ADD), byOp(Op.MUL), byOp(Op.NEG), byName("a"), byName("b"), byName("c"));
  }

  public static Object points() {
    Point p = new Point(1, 2);
    String label = "p=" + p + ";" + p.x();
    return label;
  }

  public static Object anonymous() {
    String word = "word" + DATA.length;
    Supplier<Integer> anon =
        new Supplier<>() {
          public Integer get() {
            return word.length() * 10 + DATA.length;
          }
        };
    return anon.get();
  }

  public static Object local() {
    int size = DATA.length + 1;
    class Acc {
      int n = 1;

      int bump() {
        return n * 10 + size;
      }
    }
    return new Acc().bump();
  }

  public static Object sorted() {
    List<Integer> xs = new ArrayList<>(List.of(3, 1, 2));
    xs.sort((a, b) -> b - a);
    return xs;
  }

  public static Object streamed() {
    return List.of(3, 1, 2).stream().mapToInt(x -> x * 2).filter(x -> x > 2).sum();
  }

  public static Object parity() {
    return isEven(6) + "," + isEven(7);
  }

  public static Object parsed() {
    try {
      return Integer.parseInt("twelve");
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  public static Object nested() {
    return new Inner(3).value() + new Inner(4).biased();
  }

  private static double helper(int x) {
    return deep(x) + 1;
  }

  static double deep(int x) {
    IntUnaryOperator f = y -> y * 3;
    return f.applyAsInt(x) + x * 0.5;
  }

  static int byOp(Op op) {
    switch (op) {
      case ADD:
        return 10;
      case MUL:
        return 20;
      default:
        return 0;
    }
  }

  static int byName(String s) {
    switch (s) {
      case "a":
        return 1;
      case "b":
        return 2;
      default:
        return 3;
    }
  }

  static boolean isEven(int n) {
    return n == 0 || isOdd(n - 1);
  }

  static boolean isOdd(int n) {
    return n != 0 && isEven(n - 1);
  }

  static int unrelated(int z) {
    return z + 42;
  }

  static class Inner implements Bias {
    final int v;

    Inner(int v) {
      this.v = v;
    }

    int value() {
      return v;
    }

    double biased() {
      return v + BIAS;
    }

    @Override
    public String toString() {
      return "Inner" + v;
    }
  }
}
