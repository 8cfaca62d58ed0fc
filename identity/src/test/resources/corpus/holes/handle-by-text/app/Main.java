package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.lang.invoke.MethodHandles.lookup()
        .findStatic(Main.class, "x", java.lang.invoke.MethodType.methodType(int.class)) != null;
  }
  static int x() {
    return 3;
  }
}
