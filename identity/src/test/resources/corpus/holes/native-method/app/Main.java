package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return twice(2);
  }
  static int twice(int x) {
    return x > 5 ? fast(x) : x * 2;
  }

  static native int fast(int x);
}
