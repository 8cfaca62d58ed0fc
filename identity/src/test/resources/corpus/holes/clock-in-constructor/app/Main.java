package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return new Stamp().at;
  }
}

class Stamp {
  final long at = System.currentTimeMillis();
}
