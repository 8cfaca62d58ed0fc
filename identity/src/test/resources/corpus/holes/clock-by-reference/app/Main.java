package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    java.util.function.LongSupplier now = System::currentTimeMillis;
    return now.getAsLong();
  }
}
