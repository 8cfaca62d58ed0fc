package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    LOG.fine("called");
    return 1;
  }
  private static final java.util.logging.Logger LOG =
      java.util.logging.Logger.getLogger(Main.class.getName());
}
