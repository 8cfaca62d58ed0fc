package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return Settings.level * 2;
  }
}

class Settings {
  static int level = 1;

  static void set(int to) {
    level = to;
  }
}
