package app;

import java.util.*;
import java.util.function.*;

interface Step {
  int apply(int x);
}

class Registry {
  static final Map<String, Step> STEPS = new HashMap<>();
  static final Map<String, Function<Integer, Integer>> FUNCTIONS = new HashMap<>();
  static final List<IntBinaryOperator> LISTED = new ArrayList<>();
  static final Map<String, Function<Integer, Object>> MAKERS = new HashMap<>();
  static final Holder HOLDER = new Holder();
  static final Given SUPPLIER = new Given();
  static final Map<String, Integer> TABLE = Map.of("a", 1);
  static final List<String> NAMES = List.of("x", "yy");
  static Comparator<Integer> order;

  static void register(String name, Step step) {
    STEPS.put(name, step);
  }

  static void fill() {
    STEPS.clear();
    LISTED.clear();
    register("a", x -> x * 10);
    FUNCTIONS.put("a", x -> x - 1);
    LISTED.add(Registry::joined);
    MAKERS.put("a", Product::new);
    order = (a, b) -> a - b;
    SUPPLIER.set(new Text());
    HOLDER.set(x -> x + 30);
  }

  static int joined(int a, int b) {
    return a * 2 + b;
  }

  static int unrelated(int x) {
    return x + 40;
  }
}

class Product {
  final int n;

  Product(int n) {
    this.n = n;
  }

  @Override
  public String toString() {
    return "product " + n;
  }
}

class Text implements Supplier<String> {
  @Override
  public String get() {
    return "text";
  }
}

class Given {
  private Supplier<String> supplier;

  void set(Supplier<String> given) {
    supplier = given;
  }

  Supplier<String> supplier() {
    return supplier;
  }
}

class Holder {
  private IntUnaryOperator held;

  void set(IntUnaryOperator operator) {
    held = operator;
  }

  int run(int x) {
    return held.applyAsInt(x);
  }
}
