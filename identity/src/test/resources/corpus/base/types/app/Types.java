package app;

import java.lang.annotation.*;
import java.util.function.*;

record Range(int from, int to) {
  static final int MADE = Integer.parseInt("1");

  Range {
    if (from > to) {
      int t = from;
      from = to;
      to = t;
    }
  }

  Range(int length) {
    this(0, length);
  }

  static Range unit() {
    return new Range(1);
  }

  int length() {
    return to - from;
  }
}

record Weak(String key, int extra) {
  @Override
  public boolean equals(Object o) {
    return o instanceof Weak w && w.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}

interface Measured {
  int measure();

  default int twice() {
    return measure() * 2;
  }
}

record Dot(int x, int y) implements Measured {
  public int measure() {
    return x + y;
  }
}

record Line(Dot a, Dot b) {}

sealed interface Fruit permits Apple, Pear, Melon {}

record Apple(int size) implements Fruit {}

record Pear() implements Fruit {}

final class Melon implements Fruit {
  private final int n;

  Melon(int n) {
    this.n = n;
  }

  int halves() {
    return n * 2;
  }
}

enum Season {
  SPRING,
  SUMMER,
  AUTUMN,
  WINTER;

  String mild() {
    return "mild ";
  }

  Season next() {
    return values()[(ordinal() + 1) % values().length];
  }
}

enum Coin {
  PENNY(1),
  DIME(10);

  final int cents;

  Coin(int cents) {
    this.cents = cents;
  }

  static int total() {
    int sum = 0;
    for (Coin c : values()) {
      sum += c.cents;
    }
    return sum;
  }
}

enum Calc implements IntBinaryOperator {
  MINUS("-", (a, b) -> a - b),
  TIMES("*", (a, b) -> a * b);

  final String sign;
  private final IntBinaryOperator op;

  Calc(String sign, IntBinaryOperator op) {
    this.sign = sign;
    this.op = op;
  }

  public int applyAsInt(int a, int b) {
    return op.applyAsInt(a, b);
  }
}

@Retention(RetentionPolicy.RUNTIME)
@interface Label {
  String value();

  int level() default 1;
}

@Label("labelled")
class Labelled {}
