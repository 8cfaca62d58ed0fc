package dev.cashet.tck;

import dev.cashet.Fn0;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Functions to be identified. Running one, or initialising a class for it, shows in {@link #touched}. */
final class SampleFunctions {
  /** Whether anything here has run that must not run. */
  static volatile boolean touched;

  private SampleFunctions() {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Mark {
    int value();
  }

  @Mark(7)
  static int square(int number) {
    return number * number;
  }

  static int cube(int number) {
    return number * number * number;
  }

  static double scale(double number, double factor) {
    return number * factor;
  }

  static int touch(int number) {
    touched = true;
    return number;
  }

  /** Initialising it shows. */
  static final class Untouched {
    static {
      touched = true;
    }

    private Untouched() {}

    static int answer(int number) {
      return number + 42;
    }
  }

  /** An object with a method. */
  record Shape(double width, double height) {
    double area() {
      return width * height;
    }

    double grown(double factor) {
      return area() * factor;
    }
  }

  /** A function that is a class with a name. */
  record Constant(int value) implements Fn0<Integer> {
    @Override
    public Integer call() {
      return value + 1;
    }
  }

  /** One place in the code, whatever is captured. */
  static Fn0<Integer> doubled(int number) {
    return () -> number * 2 + 1;
  }

  /** The same code with another constant. */
  static Fn0<Integer> tripled(int number) {
    return () -> number * 3 + 1;
  }

  static Fn0<Integer> viaSquare(int number) {
    return () -> square(number) + 1;
  }

  static Fn0<Integer> viaCube(int number) {
    return () -> cube(number) + 1;
  }

  static Fn0<String> joined(int number, String text, Object nothing) {
    return () -> number + text + nothing + text;
  }
}
