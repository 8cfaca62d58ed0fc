package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return Main.class.getSimpleName() + x();
  }
  static {
    if (System.currentTimeMillis() < 0) {
      x();
    }
  }

  static int x() {
    return 3;
  }
}
