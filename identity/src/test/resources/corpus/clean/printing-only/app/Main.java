package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return new Shown().value;
  }
}

class Shown {
  final int value = 4;

  @Override
  public String toString() {
    return "shown at " + System.currentTimeMillis();
  }
}
