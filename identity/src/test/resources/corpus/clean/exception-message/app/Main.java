package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return half(4);
  }
  static int half(int n) {
    if (n % 2 != 0) {
      throw new IllegalArgumentException(
          String.format("%d at %s", n, java.time.Instant.now()) + Locale.getDefault());
    }
    return n / 2;
  }
}
