package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return String.format(Locale.ROOT, "%.2f", 1.5) + "TITLE".toLowerCase(Locale.ROOT);
  }
}
