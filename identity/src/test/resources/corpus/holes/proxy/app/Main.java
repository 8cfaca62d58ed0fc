package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return ((Comparable<?>) java.lang.reflect.Proxy.newProxyInstance(
            Main.class.getClassLoader(), new Class<?>[] {Comparable.class}, (p, m, a) -> 5)).compareTo(null);
  }
}
