package app;

import java.io.*;
import java.util.*;
import java.util.function.*;

interface Left {
  default String hello() {
    return "left ";
  }

  default String left() {
    return "L ";
  }
}

interface Right {
  default String hello() {
    return "right ";
  }
}

class Both implements Left, Right {
  public String hello() {
    return Left.super.hello() + "both ";
  }
}

class OnlyLeft implements Left {}

class Root {
  int base = 1;

  String name() {
    return "root";
  }
}

class Parent extends Root {
  String name() {
    return "parent(" + super.name() + ")";
  }
}

class Grand extends Parent {
  String name() {
    return "grand(" + super.name() + ")";
  }
}

class Derived extends Root {
  int base = 2;

  int read() {
    return base * 100 + super.base * 10;
  }
}

abstract class Template {
  int run(int n) {
    int x = start();
    for (int i = 1; i <= n; i++) {
      x = step(x, i);
    }
    return x;
  }

  abstract int start();

  abstract int step(int x, int i);
}

class Sum extends Template {
  int start() {
    return 0;
  }

  int step(int x, int i) {
    return x + i;
  }
}

class Product extends Template {
  int start() {
    return 1;
  }

  int step(int x, int i) {
    return x * i;
  }
}

interface Sorter<T> {
  int rank(T t);
}

class ByLength implements Sorter<String> {
  public int rank(String s) {
    return s.length();
  }
}

class Text implements Comparable<Text> {
  public int compareTo(Text o) {
    return 7;
  }
}

class Key implements Comparable<Key> {
  final int n;

  Key(int n) {
    this.n = n;
  }

  @Override
  public int compareTo(Key o) {
    return Integer.compare(n, o.n);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Key && ((Key) o).n == n;
  }

  @Override
  public int hashCode() {
    return n % 2;
  }

  @Override
  public String toString() {
    return "k" + n;
  }
}

class Countdown implements Iterable<Integer> {
  final int from;

  Countdown(int from) {
    this.from = from;
  }

  public Iterator<Integer> iterator() {
    return new Iterator<>() {
      int at = from;

      public boolean hasNext() {
        return at > 0;
      }

      public Integer next() {
        return at--;
      }
    };
  }
}

class Res implements AutoCloseable {
  final StringBuilder log;

  Res(StringBuilder log) {
    this.log = log;
  }

  public void close() {
    log.append(" closed");
  }
}

class Worker extends Thread {
  int result;

  public void run() {
    result = 5;
  }
}

interface Scale {
  int at(int x);

  default int twice(int x) {
    return at(x) * 2;
  }

  default int andThenTen(int x) {
    return at(x) + 10;
  }

  static Scale unit() {
    return x -> x;
  }
}

interface Hidden {
  static int value(int x) {
    return secret(x) + 1;
  }

  private static int secret(int x) {
    return x * 3;
  }
}

class Made implements Supplier<Integer> {
  final int seed;

  Made() {
    seed = 3;
  }

  public Integer get() {
    return seed * 2;
  }
}

class Registry {
  static final Map<String, IntUnaryOperator> MAP = new HashMap<>();

  static {
    MAP.put("plus", x -> x + 1);
    MAP.put("times", new Times());
  }
}

class Times implements IntUnaryOperator {
  public int applyAsInt(int x) {
    return x * 2;
  }
}

interface Animal extends Serializable {
  String voice();
}

class Dog implements Animal {
  public String voice() {
    return "wau";
  }
}

class Cat implements Animal {
  public String voice() {
    return "miau";
  }
}

class Backwards implements Comparator<String>, Serializable {
  public int compare(String a, String b) {
    return b.compareTo(a);
  }
}

class Kept implements Serializable {
  int value;

  Kept(int value) {
    this.value = value;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    value += 1;
  }
}
