package app;

import java.util.function.*;

class Box<T> {
  private final T value;

  Box(T value) {
    this.value = value;
  }

  T get() {
    return value;
  }

  <R> Box<R> map(Function<? super T, ? extends R> f) {
    return new Box<>(f.apply(value));
  }
}

interface Processor<T> {
  String process(T t);
}

class Base {
  static String kind() {
    return "base";
  }
}

class Upper extends Base implements Processor<String> {
  public String process(String s) {
    return s.toUpperCase(java.util.Locale.ROOT);
  }

  static String kind() {
    return "upper";
  }
}

class Maker {
  Object make() {
    return 1;
  }
}

class TextMaker extends Maker {
  @Override
  String make() {
    return "text";
  }
}

abstract class Step<S extends Step<S>> {
  String name = "";

  abstract S self();

  S name(String n) {
    name = n;
    return self();
  }
}

class Builder extends Step<Builder> {
  int size;

  Builder self() {
    return this;
  }

  Builder size(int n) {
    size = n;
    return this;
  }

  String text() {
    return name + size;
  }
}
