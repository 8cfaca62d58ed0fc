package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return helper();
  }
  static Object helper() throws Exception {
    return deeper("app.Main");
  }

  static Object deeper(String name) throws Exception {
    return Class.forName(name).getName();
  }
}
