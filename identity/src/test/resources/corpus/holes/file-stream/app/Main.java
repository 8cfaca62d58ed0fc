package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    try (var in = new java.io.FileInputStream("x.txt")) {
      return in.read();
    }
  }
}
