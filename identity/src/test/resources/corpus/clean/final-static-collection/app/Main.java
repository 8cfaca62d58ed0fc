package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return TABLE.get(1) + NAMES[0];
  }
  static final List<Integer> TABLE = List.of(1, 2);
  static final String[] NAMES = {"a"};
}
