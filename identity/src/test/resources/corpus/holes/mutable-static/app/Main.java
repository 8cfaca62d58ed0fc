package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return ++count;
  }
  static int count;
}
