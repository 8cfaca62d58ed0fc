package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return "ü".getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
