package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return instance().value;
  }
  private static Main instance;
  final int value = 3;

  static Main instance() {
    if (instance == null) {
      instance = new Main();
    }
    return instance;
  }
}
