package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return Main.class.getClassLoader().loadClass("app.Main").getName();
  }
}
