package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    Source s = new Ticking();
    return s.next();
  }
}

interface Source {
  long next();
}

class Ticking implements Source {
  public long next() {
    return System.currentTimeMillis();
  }
}
