package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.util.concurrent.ThreadLocalRandom.current().nextInt(3);
  }
}
