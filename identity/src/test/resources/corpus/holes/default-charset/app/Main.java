package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.nio.charset.Charset.defaultCharset().name();
  }
}
