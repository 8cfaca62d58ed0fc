package app;

import java.util.function.*;

interface Expr {
  int eval();
}

record Num(int n) implements Expr {
  public int eval() {
    return n;
  }
}

record Add(Expr a, Expr b) implements Expr {
  public int eval() {
    return a.eval() + b.eval();
  }
}

record Mul(Expr a, Expr b) implements Expr {
  public int eval() {
    return a.eval() * b.eval();
  }
}

class Ping {
  final Pong other;

  Ping(Pong other) {
    this.other = other;
  }

  int play(int n) {
    return n <= 0 ? 0 : other.play(this, n - 1) + 1;
  }
}

class Pong {
  int play(Ping back, int n) {
    return n <= 0 ? 0 : back.play(n - 1) + 100;
  }
}

class Walk {
  static int down(int n) {
    IntUnaryOperator next = x -> n <= 0 ? x : down(n - 1) + x;
    return next.applyAsInt(n);
  }
}
