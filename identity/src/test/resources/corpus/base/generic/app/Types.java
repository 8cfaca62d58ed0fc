package app;

import java.lang.annotation.*;
import java.lang.reflect.*;
import java.util.*;

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
@interface Most {
  int value();
}

abstract class Token<T> {
  Type argument() {
    return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
  }

  String text() {
    return argument().getTypeName();
  }

  Object create() throws ReflectiveOperationException {
    return ((Class<?>) argument()).getDeclaredConstructor().newInstance();
  }
}

class Names extends Token<Map<String, Integer>> {}

record Order(List<String> lines) {}

class Holder {
  List<Integer> all;
  List<@Most(3) String> few;
}

class Marked extends @Most(5) Holder {}

class Item {
  @Override
  public String toString() {
    return "item";
  }
}

class Pair<A, B> {
  private final A a;
  private final B b;

  Pair(A a, B b) {
    this.a = a;
    this.b = b;
  }

  A first() {
    return a;
  }

  Pair<B, A> swapped() {
    return new Pair<>(b, a);
  }
}
