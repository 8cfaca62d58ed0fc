package app;

import dev.cashet.Fn0;
import java.io.Serializable;
import java.util.function.*;

class Adder implements Serializable {
  private final int amount;

  Adder(int amount) {
    this.amount = amount;
  }

  int add(int x) {
    return x + amount;
  }

  int amount() {
    return amount;
  }

  Object asObject() {
    return amount * 2;
  }

  Adder self() {
    return this;
  }

  @Override
  public String toString() {
    return "Adder(" + amount + ")";
  }
}

class Louder extends Adder {
  Louder(int amount) {
    super(amount);
  }

  @Override
  int add(int x) {
    return x * 1000;
  }

  @Override
  Louder self() {
    return new Louder(amount() + 1);
  }

  int viaSuper(int x) {
    IntUnaryOperator f = super::add;
    return f.applyAsInt(x);
  }
}

interface Tone {
  String sound();
}

class Bell implements Tone {
  public String sound() {
    return "ding ";
  }
}

class Recursion {
  IntUnaryOperator factorial = n -> n <= 1 ? 1 : n * this.factorial.applyAsInt(n - 1);
}

class Named implements Fn0<Object> {
  private final int by;

  Named(int by) {
    this.by = by;
  }

  public Object call() {
    return helped() * by;
  }

  private int helped() {
    return 11;
  }
}
