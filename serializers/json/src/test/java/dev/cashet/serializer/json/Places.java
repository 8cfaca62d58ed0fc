package dev.cashet.serializer.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Classes of a user. */
final class Places {
  private Places() {}

  record Point(int x, int y) {}

  record Holder(Object anything) {}

  record Sets(Set<String> names, Map<String, Integer> counts) {}

  record Money(BigDecimal amount, ZonedDateTime when, double rate, byte[] raw) {}

  record Pair<A, B>(A first, B second) {}

  record Host(InetAddress address) {}

  record Keyed(Map<Point, String> byPoint) {}

  record Ints(Map<Integer, Point> byNumber) {}

  interface Animal {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  interface Figure {}

  record Circle(double radius) implements Figure {}

  record Square(double side) implements Figure {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface Named {}

  record First(int a) implements Named {}

  /** Tells when it is initialised or its code runs. */
  static final AtomicInteger LOADED = new AtomicInteger();

  static final class Second implements Named {
    static {
      LOADED.incrementAndGet();
    }

    int b;
  }

  static final class Loaded {
    static {
      LOADED.incrementAndGet();
    }
  }

  /** A key that is made of its text. */
  static final class Code {
    Code(String text) {
      LOADED.incrementAndGet();
    }
  }

  record Cage(Animal animal) {}

  record Cat(String name) implements Animal {}

  record Hidden(String shown, @JsonIgnore String hidden) {}

  record Renamed(@JsonProperty("la") double latitude) {}

  /** Of private fields, with an order of its own. */
  static final class Person {
    private String name = "";
    private int age;
    private final List<String> tags = new ArrayList<>();
    private Person friend;

    Person() {}

    Person(String name, int age) {
      this.name = name;
      this.age = age;
      tags.add("t");
    }

    void befriend(Person other) {
      friend = other;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Person that
          && name.equals(that.name)
          && age == that.age
          && tags.equals(that.tags)
          && Objects.equals(friend, that.friend);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
