package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return String.format("%.2f", 1.5);
  }
}
