package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return Main.class.getDeclaredField("x").get(null);
  }
  static int x = 3;
}
