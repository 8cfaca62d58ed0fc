package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.lang.invoke.MethodHandles.lookup().defineHiddenClass(new byte[0], false).lookupClass().getName();
  }
}
