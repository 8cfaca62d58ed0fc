package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    System.loadLibrary("none");
    return 1;
  }
}
