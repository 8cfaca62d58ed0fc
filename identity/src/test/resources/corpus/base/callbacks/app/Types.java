package app;

import java.io.*;
import java.util.*;
import java.util.function.*;

abstract class Sized implements Comparable<Sized> {
  final int n;

  Sized(int n) {
    this.n = n;
  }

  public int compareTo(Sized o) {
    return n - o.n;
  }
}

class Small extends Sized {
  Small(int n) {
    super(n);
  }
}

class Compares {
  public int compare(String a, String b) {
    return a.length() - b.length();
  }
}

class Accidental extends Compares implements Comparator<String> {}

interface Going extends Runnable {
  void go();

  @Override
  default void run() {
    go();
    go();
  }
}

class Counting implements Going {
  int n;

  public void go() {
    n++;
  }

  void go(Integer by) {
    n += by;
  }
}

interface Twice extends Consumer<Integer> {
  void go(Integer x);

  @Override
  default void accept(Integer x) {
    go(x);
    go(x + 1);
  }
}

class Replaced implements Serializable {
  private Object writeReplace() {
    return "replaced";
  }
}

class Coded extends Exception {
  final int code;

  Coded(int code) {
    this.code = code;
  }

  @Override
  public String getMessage() {
    return "code " + code;
  }
}

class Comparing<T extends Comparing<T>> {
  String name;

  public int compareTo(T o) {
    return name.compareTo(o.name);
  }
}

class Named extends Comparing<Named> implements Comparable<Named> {
  Named(String name) {
    this.name = name;
  }
}

interface Order extends Comparator<String> {
  @Override
  default Comparator<String> reversed() {
    return (a, b) -> b.length() - a.length();
  }
}

interface Letters extends Iterable<String> {
  @Override
  default Spliterator<String> spliterator() {
    return List.of("1", "2", "3").spliterator();
  }
}

class Ticket {
  @Override
  public String toString() {
    return "ticket";
  }
}

class Key {
  final String text;

  Key(String text) {
    this.text = text;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Key k && k.text.equalsIgnoreCase(text);
  }

  @Override
  public int hashCode() {
    return 1;
  }
}

class Twin implements CharSequence {
  final char c;

  Twin(char c) {
    this.c = c;
  }

  public int length() {
    return 2;
  }

  public char charAt(int i) {
    return c;
  }

  public CharSequence subSequence(int a, int b) {
    return "";
  }

  @Override
  public String toString() {
    return "" + c + c;
  }
}

class Upper extends FilterReader {
  Upper(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    int n = super.read(to, from, length);
    for (int i = from; i < from + n; i++) {
      to[i] = Character.toUpperCase(to[i]);
    }
    return n;
  }
}

class Dozen extends Number {
  final int n;

  Dozen(int n) {
    this.n = n;
  }

  public int intValue() {
    return n * 12;
  }

  public long longValue() {
    return intValue();
  }

  public float floatValue() {
    return intValue();
  }

  public double doubleValue() {
    return intValue();
  }
}
