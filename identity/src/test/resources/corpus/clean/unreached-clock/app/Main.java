package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return 5;
  }
  static long idle() {
    return System.currentTimeMillis();
  }
}
