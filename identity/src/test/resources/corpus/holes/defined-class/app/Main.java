package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.lang.invoke.MethodHandles.lookup().defineClass(new byte[0]).getName();
  }
}
