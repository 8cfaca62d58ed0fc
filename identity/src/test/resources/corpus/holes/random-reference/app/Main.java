package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    java.util.function.Supplier<Random> r = Random::new;
    return r.get().nextInt();
  }
}
