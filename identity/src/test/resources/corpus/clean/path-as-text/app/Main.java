package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.nio.file.Path.of("a").resolve("b").getFileName() + new java.io.File("c/d").getName();
  }
}
