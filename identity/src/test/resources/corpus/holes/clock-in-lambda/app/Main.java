package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return List.of(1, 2).stream().map(x -> x + System.currentTimeMillis()).count();
  }
}
