package app;

import java.util.*;

/** What came after Java 17. */
public class Main {
  public static Object typeSwitch() {
    return kind(new Circle(2)) + kind(new Box(3, 4)) + kind(new Box(0, 1));
  }

  public static Object recordPattern() {
    Object o = new Pair(new Pair(1, 2), 3);
    return o instanceof Pair(Pair(Integer a, Integer b), Integer c) ? a * 100 + b * 10 + c : -1;
  }

  public static Object nullCase() {
    return word(null) + word("x") + word("long text");
  }

  public static Object enumPatternSwitch() {
    return tone(Tone.LOW) + tone(Tone.HIGH);
  }

  static String kind(Shape s) {
    return switch (s) {
      case Circle c when c.r() > 1 -> "big circle ";
      case Circle c -> "circle ";
      case Box(int w, int h) when w == 0 -> "flat ";
      case Box b -> "box" + b.w() + " ";
    };
  }

  static String word(Object o) {
    return switch (o) {
      case null -> "null ";
      case String s when s.length() > 3 -> "long ";
      case String s -> "short ";
      default -> "other ";
    };
  }

  static String tone(Tone t) {
    return switch (t) {
      case LOW -> "low ";
      case HIGH -> "high ";
    };
  }
}

sealed interface Shape permits Circle, Box {}

record Circle(int r) implements Shape {}

record Box(int w, int h) implements Shape {}

record Pair(Object a, Object b) {}

enum Tone {
  LOW,
  HIGH
}
