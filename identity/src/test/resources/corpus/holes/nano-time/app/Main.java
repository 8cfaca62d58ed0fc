package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    long t = System.nanoTime();
    return t > 0;
  }
}
