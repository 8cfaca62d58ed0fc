package app;

import java.lang.annotation.*;
import java.util.*;

record Point(int x, int y) {}

@Retention(RetentionPolicy.RUNTIME)
@interface Marker {
  String value() default "none";
}

class Limits {
  static final int MAX = 100;
  static final List<Integer> TABLE = List.of(7, 8);
}

class Unrelated {
  static int f() {
    return 1;
  }
}

interface Bias {
  double BIAS = Double.parseDouble("0.5");
}
