package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    List<Integer> l = new ArrayList<>(List.of(1, 2));
    Collections.shuffle(l);
    return l;
  }
}
