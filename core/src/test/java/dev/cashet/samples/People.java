package dev.cashet.samples;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Classes as users write them. */
public final class People {
  private People() {}

  public record Point(int x, int y) {}

  public record Pixel(int x, int y) {}

  public record Pair<A, B>(A first, B second) {}

  public record Empty() {}

  public record Mixed(
      byte a, short b, char c, int d, long e, float f, double g, boolean h, String i, int[] j) {}

  /** Refuses what is out of range, as a canonical constructor should. */
  public record Share(double part) {
    public Share {
      if (part < 0 || part > 1) {
        throw new IllegalArgumentException("not a share: " + part);
      }
    }
  }

  public enum Plain {
    ONE,
    TWO,
    THREE
  }

  public enum WithBodies {
    PLUS {
      @Override
      int apply(int a, int b) {
        return a + b;
      }
    },
    TIMES {
      @Override
      int apply(int a, int b) {
        return a * b;
      }
    };

    abstract int apply(int a, int b);
  }

  public static class Person {
    private final String name;
    private int age;

    public Person(String name, int age) {
      this.name = name;
      this.age = age;
    }

    public void setAge(int newAge) {
      age = newAge;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Person that
          && that.getClass() == getClass()
          && that.name.equals(name)
          && that.age == age;
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, age);
    }
  }

  /** Has a field of the same name as its superclass. */
  public static final class Employee extends Person {
    private final String name;
    private final transient int desk;

    public Employee(String name, int age, String title, int desk) {
      super(name, age);
      this.name = title;
      this.desk = desk;
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other)
          && other instanceof Employee that
          && that.name.equals(name)
          && that.desk == desk;
    }

    @Override
    public int hashCode() {
      return super.hashCode() * 31 + name.hashCode() + desk;
    }
  }

  /** Refers to others in every way. */
  public static final class Node {
    public final String label;
    public Node next;
    public List<Node> list = new ArrayList<>();
    public Set<Object> set = new HashSet<>();

    public Node(String label) {
      this.label = label;
    }
  }

  /** A class with a hash code of its own that refers to its owner. */
  public static final class Part {
    public final String name;
    public Whole whole;

    public Part(String name) {
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Part that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  public static final class Whole {
    public final Set<Part> parts = new HashSet<>();

    public Whole add(Part part) {
      part.whole = this;
      parts.add(part);
      return this;
    }
  }

  /** An object of it holds the object around it. */
  public static final class Outer {
    private final int number;

    public Outer(int number) {
      this.number = number;
    }

    public Inner inner(int own) {
      return new Inner(own);
    }

    public final class Inner {
      private final int own;

      Inner(int own) {
        this.own = own;
      }

      public int sum() {
        return number + own;
      }
    }
  }

  /** Extends one of the platform's collections. */
  public static final class Basket extends ArrayList<String> {
    @Serial
    private static final long serialVersionUID = 1L;

    public final String owner;

    public Basket(String owner, List<String> content) {
      super(content);
      this.owner = owner;
    }
  }

  /** Brings itself back in its own way. */
  public static final class Hooked implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    public final int value;
    public transient int doubled;

    public Hooked(int value) {
      this.value = value;
      doubled = 2 * value;
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      doubled = 2 * value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Hooked that && that.value == value && that.doubled == doubled;
    }

    @Override
    public int hashCode() {
      return value;
    }
  }

  /** An exception with a field of its own. */
  public static final class OutOfStock extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public final int left;

    public OutOfStock(String message, int left, Throwable cause) {
      super(message, cause);
      this.left = left;
    }
  }
}
